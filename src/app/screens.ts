import { lazy } from 'react'
import type { Mode } from '@/store/view'

/** The code of each screen, which comes only for who opens it. */
export const loadScreen = {
  explore: () => import('@/features/explore/Explore'),
  meeting: () => import('@/features/meeting/Meeting'),
  field: () => import('@/features/field/Field'),
  data: () => import('@/features/import/Import'),
} as const

export const screens: Record<Mode, ReturnType<typeof lazy>> = {
  explore: lazy(loadScreen.explore),
  meeting: lazy(loadScreen.meeting),
  field: lazy(loadScreen.field),
  data: lazy(loadScreen.data),
}
