import { z } from '@/io/zod'
import { RACE_SPEEDS } from './race-state'

const month = z.string().regex(/^\d{4}-\d\d$/)

const told = z
  .object({
    scene: z.int().nonnegative(),
    /** Index of the scene's step. */
    step: z.int().nonnegative(),
    month: month.nullable(),
    county: z.string().nullable(),
    black: z.boolean(),
  })
  .readonly()

const race = z
  .object({
    at: month.nullable(),
    playing: z.boolean(),
    speed: z.literal(RACE_SPEEDS),
    by: z.enum(['rank', 'value']),
  })
  .readonly()

const message = z.union([told, z.object({ asks: z.literal(true) }).readonly(), z.object({ race }).readonly()])

/** The state that the wall and the speaker's window send each other. */
export type WallState = z.infer<typeof told>

/**
 * Messages between windows. A newly opened window sends `asks`. The race has its own message, as it advances by itself.
 */
export type WallMessage = z.infer<typeof message>

/** Parses a message from another window; null if this version does not know its form. */
export const wallMessageOf = (data: unknown): WallMessage | null => message.safeParse(data).data ?? null

/** Name of the broadcast channel for a package's meeting windows; `address` is that of the package's descriptor. */
export const wallChannel = (address: string): string => `chentu-meeting ${address}`
