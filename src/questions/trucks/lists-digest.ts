import { groundDigest } from '@/io/tracks/ground-digest'
import { memoOf } from '@/questions/memo'
import type { OpenedPackage } from '@/questions/opened-package'
import { plainGround } from './truck-ground'

/** The digest of the package's lists of places and truck settings; null without truck settings. */
export const listsDigest = memoOf((opened: OpenedPackage): string | null => {
  const ground = plainGround(opened)
  return ground && groundDigest(ground)
})
