/**
 * Copies a text that is still being produced. Must be called within the press itself: Safari refuses to copy after
 * awaiting something. Rejects if the browser refuses, has no clipboard (plain HTTP), or the text fails.
 */
export async function copyText(text: Promise<string>): Promise<void> {
  const plain = text.then((made) => new Blob([made], { type: 'text/plain' }))
  // The rejection reaches the caller through `write`.
  plain.catch(() => undefined)
  await navigator.clipboard.write([new ClipboardItem({ 'text/plain': plain })])
}
