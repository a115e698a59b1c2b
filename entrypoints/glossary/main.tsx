/** The whole glossary, one address a term. */
import { render } from 'preact';

render(<main />, document.body);
