/** Reads the name of a site as people type or paste it. */
import type { SiteProblem } from '../../components/options-sites.tsx';

/** As the DNS has it, in characters. */
const MOST = 253;
const MOST_OF_LABEL = 63;

const LABEL = /^[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?$/;
const IPV4 = /^\d+(?:\.\d+){3}$/;

/**
 * @param typed a name, or an address of which only the name counts: `example.org`, `https://example.org:8080/page`,
 * `bücher.example`, `192.168.0.10`, `[::1]`.
 * @returns the name as `location.hostname` has it, or why it is none.
 */
export function readSiteName(typed: string): { host: string } | { problem: SiteProblem } {
  const text = typed.trim();
  if (text === '') return { problem: 'empty' };
  if (/\s/.test(text)) return { problem: 'space' };
  if (text.includes('*')) return { problem: 'wildcard' };
  if (/^(?!https?:)[a-z][a-z0-9+.-]*:\/\//i.test(text) || /^(?:about|data|javascript|view-source):/i.test(text))
    return { problem: 'scheme' };
  if (/^[^/?#]*@/.test(text.replace(/^https?:\/\//i, ''))) return { problem: 'email' };
  const host = hostOf(text);
  if (host === undefined) return { problem: 'shape' };
  if (host.startsWith('[')) return { host };
  // "127.1" and "1234" are addresses to a browser, and a slip of the hand to everybody else.
  if (IPV4.test(host)) return text.includes(host) ? { host } : { problem: 'shape' };
  const labels = host.split('.');
  if (host.length > MOST || labels.some(({ length }) => length > MOST_OF_LABEL)) return { problem: 'long' };
  return labels.every((label) => LABEL.test(label)) ? { host } : { problem: 'shape' };
}

function hostOf(text: string): string | undefined {
  const bareIpv6 = /^[\da-f]*:[\da-f]*:[\da-f:.]*$/i.test(text);
  const address = /^https?:\/\//i.test(text) ? text : `http://${bareIpv6 ? `[${text}]` : text}`;
  return URL.canParse(address) ? new URL(address).hostname.replace(/\.$/, '') : undefined;
}
