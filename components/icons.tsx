/** A small line drawing for each kind, always shown with its word, so none of them carries meaning alone. */
import type { ComponentChildren } from 'preact';
import type { Kind } from '../data/schema.ts';

const DRAWINGS: Record<Kind, ComponentChildren> = {
  condition: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M4.5 9c1.2-1.6 2.2 1.2 3.5 0s2.3 1.6 3.5 0" />
    </>
  ),
  molecule: (
    <>
      <path d="M8 2.2 13 5v6l-5 2.8L3 11V5z" />
      <circle cx="8" cy="8" r="1.6" />
    </>
  ),
  microbe: (
    <>
      <rect x="3.2" y="5" width="9.6" height="6" rx="3" />
      <path d="M5.5 5 4.6 3M8 5V2.8M10.5 5l.9-2M5.5 11l-.9 2M8 11v2.2M10.5 11l.9 2" />
    </>
  ),
  cell: (
    <>
      <circle cx="8" cy="8" r="6" />
      <circle cx="9.2" cy="7.2" r="2.2" />
    </>
  ),
  immune: <path d="M8 1.8c2 1.4 3.7 1.8 5.4 1.8 0 5-1.6 8.4-5.4 10.6C4.2 12 2.6 8.6 2.6 3.6 4.3 3.6 6 3.2 8 1.800z" />,
  barrier: <path d="M2 4h12M2 8h12M2 12h12M6 4v4M11 4v4M4 8v4M9 8v4M13 8v4" />,
  'nervous-system': (
    <>
      <circle cx="8" cy="6" r="2.6" />
      <path d="M8 8.600V14M5.7 4.7 3 2.500M10.3 4.7 13 2.500M5.6 7.2 2.5 8.800M10.4 7.200l3.1 1.6" />
    </>
  ),
  process: (
    <>
      <circle cx="3.7" cy="8" r="2.2" />
      <path d="M7.6 8h6.2M11.2 5.2 14 8l-2.8 2.8" />
    </>
  ),
  therapy: <path d="M8 3v10M3 8h10" />,
  diet: <path d="M5 2v5M3 2v3a2 2 0 0 0 4 0V2M5 7v7M11 2c-1.6 1-2 3-2 5h2.500V2zM11.5 7v7" />,
  lifestyle: <path d="M13 9.500A5.5 5.5 0 0 1 6.5 3 5.5 5.5 0 1 0 13 9.500z" />,
  method: <path d="M6.5 2v4L3 12.500A1 1 0 0 0 3.9 14h8.200a1 1 0 0 0 .9-1.500L9.5 6V2M5.5 2h5M5 10h6" />,
  measure: <path d="M2 11 11 2l3 3-9 9zM5 8l1.5 1.500M7 6l1.5 1.500M9 4l1.5 1.5" />,
};

const DISPUTED = <path d="M8 2.2 14.3 13H1.700zM8 6.500v3.200M8 11.300v.2" />;

/** @param turns whether it points the way of reading, and so turns round where that runs from right to left. */
function Icon({ children, turns = false }: { children: ComponentChildren; turns?: boolean }) {
  return (
    <svg class={turns ? 'icon turns' : 'icon'} viewBox="0 0 16 16" aria-hidden="true">
      {children}
    </svg>
  );
}

export function KindIcon({ kind, disputed }: { kind: Kind; disputed?: boolean }) {
  return <Icon>{disputed ? DISPUTED : DRAWINGS[kind]}</Icon>;
}

export function CloseIcon() {
  return (
    <Icon>
      <path d="m4 4 8 8M12 4l-8 8" />
    </Icon>
  );
}

export function BackIcon() {
  return (
    <Icon turns>
      <path d="M13 8H3.500M7.5 3.5 3 8l4.5 4.5" />
    </Icon>
  );
}

export function ForwardIcon() {
  return (
    <Icon turns>
      <path d="M3 8h9.500M8.5 3.5 13 8l-4.5 4.5" />
    </Icon>
  );
}

export function JumpIcon() {
  return (
    <Icon>
      <path d="M8 2.500v9M3.8 8 8 12.2 12.2 8" />
    </Icon>
  );
}

export function JumpBackIcon() {
  return (
    <Icon>
      <path d="M8 13.500v-9M3.8 8 8 3.800 12.2 8" />
    </Icon>
  );
}

export function PinIcon() {
  return (
    <Icon>
      <path d="M5.500 2.500h5l-.7 4 2.2 2.700H4l2.200-2.700zM8 9.200v4.600" />
    </Icon>
  );
}

export function MoveIcon() {
  return (
    <Icon>
      <path d="M8 2v12M2 8h12M6.300 3.700 8 2l1.700 1.700M6.300 12.300 8 14l1.700-1.700M3.700 6.300 2 8l1.700 1.700M12.300 6.300 14 8l-1.700 1.700" />
    </Icon>
  );
}

export function HearIcon() {
  return (
    <Icon>
      <path d="M2.500 6.200v3.600h2.300L8 12.600V3.400L4.800 6.200zM10.400 6a3 3 0 0 1 0 4M12.300 4.200a5.500 5.500 0 0 1 0 7.600" />
    </Icon>
  );
}

export function DotsIcon() {
  return (
    <Icon>
      <path d="M3.500 8h.01M8 8h.01M12.500 8h.01" stroke-width="2.4" />
    </Icon>
  );
}
