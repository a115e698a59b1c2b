/** What a page does to the host of an open card. Each is the source of a statement in which `host` is that element. */
export const TAMPERS: [name: string, script: string][] = [
  [
    'hides it by style',
    `host.style.cssText = 'opacity:0!important;visibility:hidden!important;display:none!important'`,
  ],
  ['makes it almost invisible', `host.style.setProperty('opacity', '0.01', 'important')`],
  ['moves it by a transform', `host.style.setProperty('transform', 'translate(-500px, 300px) scale(3)', 'important')`],
  ['moves it by its insets', `host.style.setProperty('inset', '500px auto auto 500px', 'important')`],
  ['clips it', `host.style.setProperty('clip-path', 'circle(0)', 'important')`],
  [
    'masks and filters it',
    `host.style.cssText = 'filter:opacity(0)!important;mask-image:linear-gradient(transparent,transparent)!important;backdrop-filter:invert(1)!important'`,
  ],
  [
    'lets it catch clicks all over',
    `host.style.cssText = 'pointer-events:auto!important;width:100vw!important;height:100vh!important'`,
  ],
  ['zooms it', `host.style.setProperty('zoom', '4', 'important')`],
  ['animates it away', `host.animate([{ opacity: 0 }, { opacity: 0 }], { duration: 1e6, fill: 'both' })`],
  [
    'gives it a class with rules',
    `const sheet = new CSSStyleSheet(); sheet.replaceSync('.away{display:none!important;opacity:0!important;translate:900px!important}'); document.adoptedStyleSheets = [sheet]; host.className = 'away'`,
  ],
  ['sets it hidden', `host.hidden = true`],
  ['sets it inert', `host.inert = true`],
  ['makes it editable', `host.contentEditable = 'true'`],
  ['gives it another role', `host.role = 'alert'; host.setAttribute('aria-hidden', 'true')`],
  ['closes its popover', `host.hidePopover()`],
  ['takes the popover attribute', `host.removeAttribute('popover')`],
  ['makes it another kind of popover', `host.setAttribute('popover', 'auto')`],
  [
    'takes our marker',
    `for (const { name } of [...host.attributes]) if (name.startsWith('data-')) host.removeAttribute(name)`,
  ],
  ['moves it into the body', `document.body.append(host)`],
  [
    'moves it into a frame',
    `const frame = document.createElement('iframe'); document.body.append(frame); frame.contentDocument.body.append(host)`,
  ],
  ['removes it', `host.remove()`],
  ['clones it', `document.body.append(host.cloneNode(true))`],
  [
    'fills it with words of its own',
    `host.innerHTML = '<p>Buy this now</p>'; try { host.attachShadow({ mode: 'open' }) } catch {}`,
  ],
  [
    'covers it',
    `const cover = document.createElement('div'); cover.popover = 'manual'; cover.style.cssText = 'inset:0;width:100vw;height:100vh'; document.body.append(cover); cover.showPopover()`,
  ],
  [
    'opens a modal dialog',
    `const dialog = document.createElement('dialog'); dialog.textContent = 'A question'; document.body.append(dialog); dialog.showModal()`,
  ],
];
