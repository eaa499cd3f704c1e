import type { ComponentType } from 'react'
import type { Mode } from '@/store/view/view'
import { lazyPart } from '@/ui/lazy-part'

/** The code of each screen, which comes only for who opens it. */
export const loadScreen = {
  explore: () => import('@/features/explore/Explore'),
  meeting: () => import('@/features/meeting/Meeting'),
  field: () => import('@/features/field/Field'),
  data: () => import('@/features/import/Import'),
} as const

export const screens: Record<Mode, ComponentType> = {
  explore: lazyPart(loadScreen.explore),
  meeting: lazyPart(loadScreen.meeting),
  field: lazyPart(loadScreen.field),
  data: lazyPart(loadScreen.data),
}

/** What the explore screen shows while the sources are still being judged. */
export const FirstPicture = lazyPart(async () => ({ default: (await loadScreen.explore()).FirstPicture }))
