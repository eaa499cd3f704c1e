const FIRST_CAPACITY = 1 << 12
const FULL = 0.6

/**
 * Remembers a number for each of many texts without holding the texts: a million codes in a Map cost seconds of garbage
 * collection. Texts are told apart by 64 bits of hash; of a million, two are taken for one with a chance of 3 in 10⁸.
 */
export class TextIndex {
  private high = new Int32Array(FIRST_CAPACITY)
  private low = new Int32Array(FIRST_CAPACITY)
  /** The number plus one; 0 is an empty slot. */
  private values = new Uint32Array(FIRST_CAPACITY)
  private count = 0
  private hashHigh = 0
  private hashLow = 0

  /** The number of a text, or null. */
  get(text: string): number | null {
    this.hash(text)
    const value = this.values[this.slot(this.hashHigh, this.hashLow)]!
    return value === 0 ? null : value - 1
  }

  /** Sets the number of a text; the answer is the one before, or null. */
  set(text: string, value: number): number | null {
    const slot = this.slotFor(text)
    const before = this.values[slot]!
    this.put(slot, this.hashHigh, this.hashLow, value + 1)
    return before === 0 ? null : before - 1
  }

  /** Sets the number of a text that has none; the answer is the one that it keeps, or null. */
  add(text: string, value: number): number | null {
    const slot = this.slotFor(text)
    const before = this.values[slot]!
    if (before !== 0) return before - 1
    this.put(slot, this.hashHigh, this.hashLow, value + 1)
    return null
  }

  /** The slot of a text, in a table that has room for it. */
  private slotFor(text: string): number {
    this.hash(text)
    const slot = this.slot(this.hashHigh, this.hashLow)
    if (this.values[slot] !== 0 || ++this.count <= this.values.length * FULL) return slot
    this.grow()
    return this.slot(this.hashHigh, this.hashLow)
  }

  private put(slot: number, high: number, low: number, stored: number): void {
    this.high[slot] = high
    this.low[slot] = low
    this.values[slot] = stored
  }

  /** The slot that holds a hash, or the empty one where it belongs. */
  private slot(high: number, low: number): number {
    const mask = this.values.length - 1
    let slot = (high ^ (low >>> 7)) & mask
    while (this.values[slot] !== 0 && (this.high[slot] !== high || this.low[slot] !== low)) slot = (slot + 1) & mask
    return slot
  }

  private grow(): void {
    const { high, low, values } = this
    const length = values.length * 2
    this.high = new Int32Array(length)
    this.low = new Int32Array(length)
    this.values = new Uint32Array(length)
    for (let i = 0; i < values.length; i++)
      if (values[i] !== 0) this.put(this.slot(high[i]!, low[i]!), high[i]!, low[i]!, values[i]!)
  }

  /** cyrb53 (bryc, public domain), both of its halves. */
  private hash(text: string): void {
    let high = 0xdeadbeef | 0
    let low = 0x41c6ce57
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i)
      high = Math.imul(high ^ unit, 2654435761)
      low = Math.imul(low ^ unit, 1597334677)
    }
    high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
    low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
    this.hashHigh = high
    this.hashLow = low
  }
}
