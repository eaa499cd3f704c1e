import { readRoundOrders } from '@/io/field/round-order-file'

/** What a file is that goes between tablets and the desk; `unknown` where it is none of these. */
export type Brought = 'bundle' | 'sealed' | 'receipt' | 'rounds' | 'unknown'

/** A receipt of years, or all rounds of a folder; what is larger is neither. */
const MOST_BYTES = 8 << 20
const ZIP = 'PK'
const AGE = 'age-encryption.org/v1'
const RECEIPT = 'chentu-receipt-'

function formatOf(text: string): string {
  try {
    const said: unknown = JSON.parse(text)
    const format = said !== null && typeof said === 'object' && 'format' in said ? said.format : ''
    return typeof format === 'string' ? format : ''
  } catch {
    return ''
  }
}

/** What a file is, by its own word and not by its name: an archive is a bundle until it is read. */
export async function broughtIn(file: Blob): Promise<Brought> {
  const head = await file.slice(0, AGE.length).text()
  if (head.startsWith(ZIP)) return 'bundle'
  if (head === AGE) return 'sealed'
  if (file.size > MOST_BYTES) return 'unknown'
  const text = await file.text()
  if (formatOf(text).startsWith(RECEIPT)) return 'receipt'
  return readRoundOrders(text) === null ? 'unknown' : 'rounds'
}
