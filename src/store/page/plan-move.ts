import { create } from 'zustand'
import type { PlanMove } from '@/store/view/view-in-force'
import { notice } from './notices'

/** What became of the last view that was opened and was made under another plan than the one in force. */
export const usePlanMove = create<{ readonly move: PlanMove | null }>()(() => ({ move: null }))

/** Says what became of a view that was opened; null: it is of the plan in force, or names nothing of a plan. */
export function sayMove(move: PlanMove | null): void {
  usePlanMove.setState({ move })
  notice('other-plan', move !== null)
}
