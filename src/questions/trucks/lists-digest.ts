import { groundDigest } from '@/io/tracks/ground-digest'
import { memoOf } from '@/questions/memo'
import type { OpenedPackage } from '@/questions/opened-package'
import { groundOf } from './truck-ground'

/** The digest of the package's lists of places and truck settings; null without truck settings. Only it is kept. */
export const listsDigest = memoOf((opened: OpenedPackage): string | null => {
  const ground = groundOf(opened)
  return ground && groundDigest(ground)
})
