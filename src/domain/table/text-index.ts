const FIRST_CAPACITY = 1 << 12
const FULL = 0.6

/**
 * Fields of a slot: both halves of the hash, and the number plus one; adjacent, so that one memory access loads all.
 */
const WIDTH = 4
const [HIGH, LOW, VALUE] = [0, 1, 2] as const

const [HIGH_SEED, LOW_SEED] = [0xdeadbeef | 0, 0x41c6ce57] as const
const [HIGH_FACTOR, LOW_FACTOR] = [2654435761, 1597334677] as const

/**
 * Maps texts to numbers without storing the texts: a million codes in a Map cost seconds of garbage collection. Texts
 * are identified by a 64-bit hash; among a million, the chance that two are confused is 3 in 10⁸.
 */
export class TextIndex {
  /** A value of 0 is an empty slot. */
  private slots = new Int32Array(FIRST_CAPACITY * WIDTH)
  private count = 0
  private hashHigh = 0
  private hashLow = 0

  /** The number of a text, or null. */
  get(text: string): number | null {
    this.hash(text)
    return this.at(this.slot(this.hashHigh, this.hashLow))
  }

  /** Sets the number of a text; returns the previous one, or null. */
  set(text: string, value: number): number | null {
    this.hash(text)
    const slot = this.slotWithRoom()
    const before = this.at(slot)
    this.put(slot, this.hashHigh, this.hashLow, value + 1)
    return before
  }

  /** Sets the number of a text unless it has one; returns the existing number, or null. */
  add(text: string, value: number): number | null {
    this.hash(text)
    return this.addHashed(value)
  }

  /** Same as {@link TextIndex.add} for UTF-8 text in `bytes`, `from` to `to` (excluded). */
  addBytes(bytes: Uint8Array, from: number, to: number, value: number): number | null {
    this.hashBytes(bytes, from, to)
    return this.addHashed(value)
  }

  private addHashed(value: number): number | null {
    const slot = this.slotWithRoom()
    const before = this.at(slot)
    if (before === null) this.put(slot, this.hashHigh, this.hashLow, value + 1)
    return before
  }

  private at(slot: number): number | null {
    const value = this.slots[slot + VALUE]!
    return value === 0 ? null : value - 1
  }

  /** The slot for the current hash, after growing the table if needed. */
  private slotWithRoom(): number {
    const slot = this.slot(this.hashHigh, this.hashLow)
    if (this.slots[slot + VALUE] !== 0 || ++this.count * WIDTH <= this.slots.length * FULL) return slot
    this.grow()
    return this.slot(this.hashHigh, this.hashLow)
  }

  private put(slot: number, high: number, low: number, stored: number): void {
    this.slots[slot + HIGH] = high
    this.slots[slot + LOW] = low
    this.slots[slot + VALUE] = stored
  }

  /** Start of the slot with a hash, or of the empty slot where it belongs. */
  private slot(high: number, low: number): number {
    const { slots } = this
    const mask = slots.length - 1
    let slot = ((high ^ (low >>> 7)) * WIDTH) & mask
    while (slots[slot + VALUE] !== 0 && (slots[slot + HIGH] !== high || slots[slot + LOW] !== low))
      slot = (slot + WIDTH) & mask
    return slot
  }

  private grow(): void {
    const { slots } = this
    this.slots = new Int32Array(slots.length * 2)
    for (let at = 0; at < slots.length; at += WIDTH) {
      const [high, low, value] = [slots[at + HIGH]!, slots[at + LOW]!, slots[at + VALUE]!]
      if (value !== 0) this.put(this.slot(high, low), high, low, value)
    }
  }

  /** cyrb53 (bryc, public domain), both of its halves. */
  private hash(text: string): void {
    let high: number = HIGH_SEED
    let low: number = LOW_SEED
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i)
      high = Math.imul(high ^ unit, HIGH_FACTOR)
      low = Math.imul(low ^ unit, LOW_FACTOR)
    }
    this.end(high, low)
  }

  /** Same hash for UTF-8 text, computed from the UTF-16 units that it encodes. */
  private hashBytes(bytes: Uint8Array, from: number, to: number): void {
    let high: number = HIGH_SEED
    let low: number = LOW_SEED
    /** Second half of a surrogate pair. */
    let waiting = 0
    for (let i = from; i < to || waiting !== 0; ) {
      let unit = waiting
      waiting = 0
      if (unit === 0) {
        unit = bytes[i++]!
        if (unit >= 0xf0) {
          const upper = ((unit & 0x07) << 18) | ((bytes[i++]! & 0x3f) << 12)
          const beyond = (upper | ((bytes[i++]! & 0x3f) << 6) | (bytes[i++]! & 0x3f)) - 0x1_0000
          unit = 0xd800 | (beyond >>> 10)
          waiting = 0xdc00 | (beyond & 0x3ff)
        } else if (unit >= 0xe0) unit = ((unit & 0x0f) << 12) | ((bytes[i++]! & 0x3f) << 6) | (bytes[i++]! & 0x3f)
        else if (unit >= 0x80) unit = ((unit & 0x1f) << 6) | (bytes[i++]! & 0x3f)
      }
      high = Math.imul(high ^ unit, HIGH_FACTOR)
      low = Math.imul(low ^ unit, LOW_FACTOR)
    }
    this.end(high, low)
  }

  private end(mixedHigh: number, mixedLow: number): void {
    let [high, low] = [mixedHigh, mixedLow]
    high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
    low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
    this.hashHigh = high
    this.hashLow = low
  }
}
