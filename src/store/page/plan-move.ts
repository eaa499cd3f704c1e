import { create } from 'zustand'
import type { PlanMove } from '@/store/view/view-in-force'
import { notice } from './notices'

/** How the last opened view, made under another plan than the one in force, was adapted. */
export const usePlanMove = create<{ readonly move: PlanMove | null }>()(() => ({ move: null }))

/** Reports how an opened view was adapted; null if it belongs to the plan in force, or refers to no plan. */
export function reportPlanMove(move: PlanMove | null): void {
  usePlanMove.setState({ move })
  notice('other-plan', move !== null)
}
