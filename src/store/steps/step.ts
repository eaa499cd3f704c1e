import { create } from 'zustand'
import type { Problem, Result } from '@/domain/problem'
import type { Dataset } from '@/questions/dataset'
import { useChentu } from '@/store/chentu'
import { failureOf } from '@/store/page/failure'

/** Steps on the workspace: number running, and number that changed it. */
export const useSteps = create(() => ({ running: 0, done: 0 }))

const count = (running: number, done: number) =>
  useSteps.setState((before) => ({ running: before.running + running, done: before.done + done }))

/** Takes a step on the workspace and shows its result. Returns the problems that prevented it; empty on success. */
export async function applyChange(step: Promise<Result<Dataset>>): Promise<readonly Problem[]> {
  let done = 0
  count(1, 0)
  try {
    const problems = await useChentu.getState().show(await step)
    if (problems.length === 0) done = 1
    return problems
  } catch (error) {
    return [failureOf(error)]
  } finally {
    count(-1, done)
  }
}
