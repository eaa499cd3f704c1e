/**
 * Copies a text that is still being made, as it has to be asked for in the press itself: Safari lets nothing copy that waited for
 * an answer first. Rejects where the browser refuses, where it has no clipboard (plain HTTP), and where the text fails.
 */
export async function copyText(text: Promise<string>): Promise<void> {
  const plain = text.then((made) => new Blob([made], { type: 'text/plain' }))
  // It is told to whoever waits for the text.
  plain.catch(() => undefined)
  await navigator.clipboard.write([new ClipboardItem({ 'text/plain': plain })])
}
