/** Name of the error of a question that needs a package while none is open. A name survives the message to the page. */
export const NOTHING_OPEN = 'NothingOpen'

export class NothingOpen extends Error {
  override readonly name = NOTHING_OPEN
  override readonly message = 'no package is open'
}
