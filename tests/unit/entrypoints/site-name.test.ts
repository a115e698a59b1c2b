import { describe, expect, test } from 'vitest';
import { readSiteName } from '../../../entrypoints/options/site-name.ts';

describe('a site is read from whatever people type or paste', () => {
  test.each([
    ['example.org', 'example.org'],
    ['  Example.ORG  ', 'example.org'],
    ['https://www.example.org/a/page?q=a@b#c', 'www.example.org'],
    ['example.org:8080', 'example.org'],
    ['localhost:3000/app', 'localhost'],
    ['example.org.', 'example.org'],
    ['bücher.example', 'xn--bcher-kva.example'],
    ['例え.テスト', 'xn--r8jz45g.xn--zckzah'],
    ['192.168.0.10', '192.168.0.10'],
    ['http://192.168.0.10:80', '192.168.0.10'],
    ['[::1]', '[::1]'],
    ['2001:db8::1', '[2001:db8::1]'],
    ['http://[2001:DB8::1]:8080/x', '[2001:db8::1]'],
    ['intranet', 'intranet'],
    ['my_host.example', 'my_host.example'],
    ['example.org/with/*', undefined],
    ['example.org/@name', 'example.org'],
  ])('%s', (typed, host) => {
    expect(readSiteName(typed)).toEqual(host === undefined ? { problem: 'wildcard' } : { host });
  });
});

describe('what is no site gets the reason', () => {
  test.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['two words', 'space'],
    ['*.example.org', 'wildcard'],
    ['someone@example.org', 'email'],
    ['https://user:secret@example.org', 'email'],
    ['ftp://example.org', 'scheme'],
    ['chrome://extensions', 'scheme'],
    ['file:///home', 'scheme'],
    ['about:blank', 'scheme'],
    ['javascript:alert(1)', 'scheme'],
    [`${'a'.repeat(64)}.example`, 'long'],
    [`${'a.'.repeat(130)}example`, 'long'],
    ['example..org', 'shape'],
    ['-example.org', 'shape'],
    ['exa$mple.org', 'shape'],
    ['127.1', 'shape'],
    ['1234', 'shape'],
    ['192.168.0.999', 'shape'],
    ['https://', 'shape'],
    [':::', 'shape'],
    ['http://[::1', 'shape'],
  ])('%s', (typed, problem) => {
    expect(readSiteName(typed)).toEqual({ problem });
  });
});
