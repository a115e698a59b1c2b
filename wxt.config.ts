import { join } from 'node:path';
import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { glossaryPlugin } from './data/vite-plugin.ts';
import { bareScripts } from './scripts/bare-scripts.ts';
import { plainTextPreact } from './scripts/plain-text-preact.ts';

/** The page script runs, and the card may be added, on web pages and files, and nowhere else. */
const PAGES = ['http://*/*', 'https://*/*', 'file:///*'];

export default defineConfig({
  manifestVersion: 3,
  modules: ['@wxt-dev/webextension-polyfill', '@wxt-dev/auto-icons', '@wxt-dev/i18n/module'],
  imports: false,
  autoIcons: { baseIconPath: 'assets/icon.svg', sizes: [128, 96, 48, 32, 16], developmentIndicator: 'grayscale' },
  // The words people see, beside the views that show them. A test builds with words of its own.
  i18n: { localesDir: process.env.UNDERSKIN_LOCALES ?? join(import.meta.dirname, 'components/locales') },
  vite: () => ({
    plugins: [preact(), glossaryPlugin(), plainTextPreact(), bareScripts()],
    build: {
      // Its polyfill fetches, and every browser that runs this preloads modules by itself.
      modulePreload: { polyfill: false },
      // The oldest that run this know light-dark(). Spelt out for older ones it would be settled once, at the host of all
      // cards, and not by the ground that each card stands on.
      cssTarget: ['chrome128', 'firefox142'],
    },
  }),
  zip: { excludeSources: ['test-results/**'] },
  manifest: ({ browser, command }) => ({
    default_locale: 'en',
    name: '__MSG_extension_name__',
    short_name: 'Underskin',
    description: '__MSG_extension_description__',
    permissions: ['storage', 'scripting', 'contextMenus'],
    commands: {
      'next-term': {
        suggested_key: { default: 'Alt+Shift+G' },
        description: '__MSG_commands_nextTerm__',
      },
      'previous-term': { suggested_key: { default: 'Alt+Shift+H' }, description: '__MSG_commands_previousTerm__' },
      'switch-site': { suggested_key: { default: 'Alt+Shift+U' }, description: '__MSG_commands_switchSite__' },
      _execute_action: { suggested_key: { default: 'Alt+Shift+J' }, description: '__MSG_commands_openPopup__' },
    },
    omnibox: { keyword: 'gs' },
    // executeScript asks for these; a content script's matches are not enough.
    host_permissions: [...PAGES],
    // While developing, the dev server has to be let in.
    ...(command === 'build' && {
      content_security_policy: {
        extension_pages:
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      },
    }),
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'underskin@underskin.example',
              // The first with data_collection_permissions on Android, too; popover, highlights and caret positions are older.
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '128' }),
  }),
  hooks: {
    'vite:build:extendConfig'(entrypoints, config) {
      // What runs in pages uses the browser's own promises; the polyfill would be half of its bytes.
      if (!entrypoints.every((entrypoint) => entrypoint.type === 'unlisted-script')) return;
      const alias = config.resolve?.alias;
      if (alias && !Array.isArray(alias)) delete (alias as Record<string, unknown>)['wxt/browser'];
    },
    'build:manifestGenerated'(wxt, manifest) {
      // The page script is listed here and not as WXT's kind of content script, because that announces itself to
      // the page with an event, and stops when the page forges one.
      manifest.content_scripts = [
        {
          matches: [...PAGES],
          js: ['page.js'],
          css: ['marks.css'],
          all_frames: true,
          match_about_blank: true,
          match_origin_as_fallback: true,
          run_at: 'document_idle',
          // As an author's sheet Firefox would not paint it inside a page's shadow roots.
          ...(wxt.config.browser === 'firefox' && { css_origin: 'user' }),
        } as NonNullable<typeof manifest.content_scripts>[number],
      ];
    },
  },
});
