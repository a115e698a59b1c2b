/**
 * Puts text on the clipboard. To be called while the reader's click or key still counts as the reason.
 * @throws Error when the browser allows neither way, as some do in frames of other sites.
 */
export async function copyText(text: string): Promise<void> {
  try {
    // Not there on pages that came by plain http.
    await navigator.clipboard.writeText(text);
    return;
  } catch (error) {
    console.debug('The clipboard is not open here, trying the older way:', error);
  }
  const give = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  addEventListener('copy', give, { capture: true });
  const done = document.execCommand('copy');
  removeEventListener('copy', give, { capture: true });
  if (!done) throw new Error('This page lets nothing be copied.');
}
