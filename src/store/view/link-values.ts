import { parseDay } from '@/domain/calendar'
import type { ColumnTest } from '@/domain/sources/view/column-test'
import { type Look, MAX_CLASSES } from '@/domain/sources/view/look'
import { CLASS_METHODS } from '@/domain/table/classify'
import type { SortKey } from '@/domain/table/sort'
import { z } from '@/io/zod'
import { listOf } from '@/store/device/persisted-store'
import { type Box, type Camera, isKindId, type SourceKey, type View } from './view'

/** How a value of the view is written in a link. */
export interface LinkValue<T> {
  /** The value of a text; undefined if it cannot be read. */
  read(text: string): T | undefined
  write(value: T): string
}

/** Represents an empty value where the first view's value is not empty. */
export const NOTHING = '-'

const parts = (text: string) => text.split(',').filter(Boolean)

/** A text, or null if there is none. */
export const textValue = (isFine: (text: string) => boolean): LinkValue<string | null> => ({
  read: (text) => (isFine(text) ? text : undefined),
  write: (value) => value ?? '',
})

/** One of some names. */
export const nameValue = <T extends string>(names: readonly T[]): LinkValue<T> => ({
  read: (text) => names.find((name) => name === text),
  write: (value) => value,
})

/** Represents the empty text in a list: a percent sign within a text is always written as %25. */
const EMPTY = '%'

const escaped = (text: string) =>
  text === '' ? EMPTY : text.replace(/[%,]/g, (sign) => (sign === ',' ? '%2C' : '%25'))
const unescaped = (part: string) => (part === EMPTY ? '' : part.replace(/%(25|2C)/g, decodeURIComponent))

/** Comma-separated texts with escaped commas; invalid texts are skipped. */
export const listValue = <T extends string>(isFine: (text: string) => text is T): LinkValue<readonly T[]> => ({
  read: (text) => parts(text).map(unescaped).filter(isFine),
  write: (values) => values.map(escaped).join(),
})

/** Prefix of a column sorted in descending order. No column name begins with it. */
const DOWN = '-'

const namesValue = listValue((_: string): _ is string => true)

export const sortValue: LinkValue<readonly SortKey[]> = {
  read: (text) =>
    namesValue.read(text)?.map((name) => {
      const isDown = name.startsWith(DOWN)
      return { column: isDown ? name.slice(DOWN.length) : name, descending: isDown }
    }),
  write: (keys) => namesValue.write(keys.map(({ column, descending }) => (descending ? DOWN : '') + column)),
}

/** Hidden columns; {@link NOTHING} if all are to be shown, whatever the device has stored. */
export const withoutValue: LinkValue<readonly string[] | null> = {
  read: (text) => namesValue.read(text)?.filter((name) => name !== NOTHING),
  write: (names) => (names === null ? '' : namesValue.write(names) || NOTHING),
}

export const isOneOf =
  <T extends string>(names: readonly T[]) =>
  (text: string): text is T =>
    (names as readonly string[]).includes(text)

export const flagValue: LinkValue<boolean> = {
  read: (text) => text === '1',
  write: (value) => (value ? '1' : ''),
}

/** Clause numbers. */
export const clausesValue: LinkValue<readonly number[]> = {
  read: (text) => parts(text).map(Number).filter(Number.isInteger),
  write: (numbers) => numbers.join(),
}

/** Keys of requirements, with readable slashes; an office may name its rules freely. */
export const requirementsValue: LinkValue<readonly string[]> = {
  read: (text) =>
    parts(text).flatMap((part) => {
      try {
        return [decodeURIComponent(part)]
      } catch {
        // Invalid percent signs.
        return []
      }
    }),
  write: (keys) => keys.map((key) => encodeURIComponent(key).replaceAll('%2F', '/')).join(),
}

export function isDay(text: string): boolean {
  try {
    parseDay(text)
    return true
  } catch {
    return false
  }
}

/** Limits of the ring's radius in the app. */
const RADIUS_METRES = [1000, 50_000] as const

export const ringValue: LinkValue<View['ring']> = {
  read(text) {
    const [basis, metres] = parts(text)
    const radiusMetres = Number(metres)
    const isFine = radiusMetres >= RADIUS_METRES[0] && radiusMetres <= RADIUS_METRES[1]
    return isFine && (basis === 'centre' || basis === 'outline') ? { basis, radiusMetres } : undefined
  },
  write: (ring) => (ring ? `${ring.basis},${ring.radiusMetres}` : ''),
}

/** Names of layers and ids of kinds; see {@link isKindId}. */
export const hiddenValue: LinkValue<readonly string[]> = {
  read: (text) => parts(text).filter((name) => name !== NOTHING),
  write: (names) => names.join() || NOTHING,
}

export const opacityValue: LinkValue<View['opacity']> = {
  read: (text) =>
    Object.fromEntries(
      parts(text).map((pair) => {
        const [layer, share] = pair.split(':')
        return [layer!, Math.min(1, Math.max(0, Number(share) || 0))]
      }),
    ),
  write: (opacity) =>
    Object.entries(opacity)
      .map(([layer, share]) => `${layer}:${share}`)
      .join(),
}

/** `kind/code`; the code may contain slashes. */
export const sourceValue: LinkValue<SourceKey | null> = {
  read(text) {
    const [kind = '', ...code] = text.split('/')
    return isKindId(kind) && code.length > 0 ? { kind, code: code.join('/') } : undefined
  },
  write: (key) => (key ? `${key.kind}/${key.code}` : ''),
}

export const cameraValue: LinkValue<Camera | null> = {
  read(text) {
    const [lon, lat, zoom] = parts(text).map(Number)
    const isFine =
      [lon, lat, zoom].every((value) => Number.isFinite(value)) && Math.abs(lat!) < 85 && zoom! >= 0 && zoom! <= 22
    return isFine ? { lon: lon!, lat: lat!, zoom: zoom! } : undefined
  },
  write: (camera) => (camera ? `${camera.lon.toFixed(5)},${camera.lat.toFixed(5)},${camera.zoom.toFixed(2)}` : ''),
}

/** Decimals of a degree, about a metre: finer than a symbol can be distinguished from the edge. */
const BOX_DIGITS = 5

export const boxValue: LinkValue<Box | null> = {
  read(text) {
    const [west, south, east, north] = parts(text).map(Number)
    const isFine = [west, south, east, north].every((value) => Number.isFinite(value) && Math.abs(value!) <= 180)
    return isFine && west! < east! && south! < north! ? [west!, south!, east!, north!] : undefined
  },
  write: (box) => box?.map((degrees) => degrees.toFixed(BOX_DIGITS)).join() ?? '',
}

/** A validated JSON value. */
const jsonValue = <T>(check: z.ZodType<T>, isNothing: (value: T) => boolean): LinkValue<T> => ({
  read(text) {
    try {
      return check.safeParse(JSON.parse(text)).data
    } catch {
      return undefined
    }
  },
  write: (value) => (isNothing(value) ? '' : JSON.stringify(value)),
})

const end = z.number().nullable()
const columnTest: z.ZodType<ColumnTest> = z.union([
  z.object({ column: z.string(), contains: z.string() }),
  z.object({ column: z.string(), oneOf: z.array(z.string()) }),
  z.object({ column: z.string(), from: end, to: end }),
])

export const columnsValue = jsonValue(listOf(columnTest), (tests) => tests.length === 0)

/** Addresses, and views saved as such, call the fixed break `limit`. */
const look = z.object({
  kind: z.string().refine(isKindId),
  colour: z.string().nullable(),
  size: z.string().nullable(),
  method: z.enum(CLASS_METHODS),
  classes: z.int().min(2).max(MAX_CLASSES),
  breaks: z.array(z.number()).readonly(),
  limit: z.number().nullable(),
})

const writtenLook = jsonValue<z.infer<typeof look> | null>(look, (value) => value === null)

export const lookValue: LinkValue<Look | null> = {
  read(text) {
    const written = writtenLook.read(text)
    if (!written) return written
    const { limit: fixedBreak, ...rest } = written
    return { ...rest, fixedBreak }
  },
  write(value) {
    if (value === null) return writtenLook.write(null)
    const { fixedBreak, ...rest } = value
    return writtenLook.write({ ...rest, limit: fixedBreak })
  },
}
