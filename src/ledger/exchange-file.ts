import { readRoundOrders } from '@/io/field/round-order-file'
import { officeKindOf } from '@/io/formats/office-kind'

/** Files exchanged between tablets and the desk; `unknown` for any other file. */
export type ExchangeFileType = 'bundle' | 'sealed' | 'receipt' | 'rounds' | 'unknown'

/** Enough for a receipt covering years, or all rounds of a folder; a larger file is neither. */
const MAX_BYTES = 8 << 20
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

/** Detects the type by content, not by file name. Any ZIP archive but an office file counts as a bundle until it is read. */
export async function detectExchangeFile(file: Blob): Promise<ExchangeFileType> {
  const head = await file.slice(0, AGE.length).text()
  if (head.startsWith(ZIP)) return (await officeKindOf(file)) === null ? 'bundle' : 'unknown'
  if (head === AGE) return 'sealed'
  if (file.size > MAX_BYTES) return 'unknown'
  const text = await file.text()
  if (formatOf(text).startsWith(RECEIPT)) return 'receipt'
  return readRoundOrders(text) === null ? 'unknown' : 'rounds'
}
