import { z } from '@/io/zod'
import { RACE_SPEEDS } from './race-state'

const month = z.string().regex(/^\d{4}-\d\d$/)

const told = z
  .object({
    scene: z.int().nonnegative(),
    /** Number of the scene's step. */
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

/** What the wall and the speaker's window tell each other. */
export type Told = z.infer<typeof told>

/** A window that has just opened asks for what is told. The race is told apart: it goes on by itself, on the wall. */
export type WallMessage = z.infer<typeof message>

/** What another window said; null where this version does not know it. */
export const wallMessageOf = (data: unknown): WallMessage | null => message.safeParse(data).data ?? null

/** Name of the channel on which the windows of one package's meeting speak; `address` is that of its descriptor. */
export const wallChannel = (address: string): string => `chentu-meeting ${address}`
