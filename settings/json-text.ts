/**
 * Reads JSON so that whoever has to mend a file can be told the line. `JSON.parse` names none for most faults, and keeps
 * quiet about a name that is given twice.
 */

/** What was expected where reading stopped; `end` means that the text was at its end too early. */
export type Expected = 'value' | 'name' | 'colon' | 'comma' | 'text' | 'nothing' | 'end' | 'flatter';

/** The text is not JSON, or goes deeper than asked for. */
export class JsonFault extends Error {
  readonly expected: Expected;
  /** The first line is 1. */
  readonly line: number;
  /** Names of the members and numbers of the items that lead there. */
  readonly path: string[];

  constructor(expected: Expected, line: number, path: string[]) {
    super(`line ${line}: expected ${expected}`);
    this.expected = expected;
    this.line = line;
    this.path = path;
  }
}

export interface JsonText {
  /** As `JSON.parse` gives it. */
  value: unknown;
  /** @returns the line of a member's name; nothing when the object has no such member. */
  lineOf(object: object, name: string): number | undefined;
  /** Members whose name was there before in the same object. The last one counts. */
  twice: { line: number; path: string[] }[];
}

const STRING = /"[^"\\]*(?:\\.[^"\\]*)*"/sy;
const WORD = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/**
 * @param deepest how many objects and arrays may be inside each other.
 * @throws JsonFault
 */
export function readJson(text: string, deepest: number): JsonText {
  const lines = new Map<object, Map<string, number>>();
  const twice: JsonText['twice'] = [];
  const path: string[] = [];
  let at = 0;
  let line = 1;

  const fault = (expected: Expected) => new JsonFault(at < text.length ? expected : 'end', line, [...path]);

  function skipSpace(): void {
    for (; at < text.length; at++) {
      const char = text[at];
      if (char === '\n') line++;
      else if (char !== ' ' && char !== '\t' && char !== '\r') return;
    }
  }

  /** @returns whether this sign comes next, and goes past it if so. */
  function take(sign: string): boolean {
    skipSpace();
    if (text[at] !== sign) return false;
    at++;
    return true;
  }

  /** @returns the next piece of text that is a `kind`, parsed. */
  function piece<T>(kind: RegExp, expected: Expected): T {
    kind.lastIndex = at;
    const found = kind.exec(text)?.[0];
    if (found === undefined) throw fault(expected);
    try {
      const parsed = JSON.parse(found) as T;
      at += found.length;
      return parsed;
    } catch {
      // A string with a line break or an escape that there isn't.
      throw fault('text');
    }
  }

  function members(): object {
    const found = new Map<string, unknown>();
    const nameLines = new Map<string, number>();
    if (!take('}')) {
      do {
        skipSpace();
        if (text[at] !== '"') throw fault('name');
        const name = piece<string>(STRING, 'text');
        path.push(name);
        if (found.has(name)) twice.push({ line, path: [...path] });
        nameLines.set(name, line);
        if (!take(':')) throw fault('colon');
        found.set(name, value());
        path.pop();
      } while (take(','));
      if (!take('}')) throw fault('comma');
    }
    // Makes members of its own even of names such as __proto__.
    const object = Object.fromEntries(found);
    lines.set(object, nameLines);
    return object;
  }

  function items(): unknown[] {
    const found: unknown[] = [];
    if (take(']')) return found;
    do {
      path.push(String(found.length));
      found.push(value());
      path.pop();
    } while (take(','));
    if (!take(']')) throw fault('comma');
    return found;
  }

  function value(): unknown {
    skipSpace();
    if (text[at] === '"') return piece(STRING, 'text');
    if (text[at] !== '{' && text[at] !== '[') return piece(WORD, 'value');
    if (--deepest < 0) throw fault('flatter');
    const found = text[at++] === '{' ? members() : items();
    deepest++;
    return found;
  }

  const found = value();
  skipSpace();
  if (at < text.length) throw fault('nothing');
  return { value: found, lineOf: (object, name) => lines.get(object)?.get(name), twice };
}
