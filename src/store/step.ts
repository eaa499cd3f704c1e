import type { Problem, Result } from '@/domain/problem'
import type { Dataset } from '@/workers/answers'
import { useChentu } from './chentu'
import { failureOf } from './failure'

/** Takes a step on the workspace and shows what came of it. The answer is what kept it from being done: nothing, where it is. */
export async function takeStep(step: Promise<Result<Dataset>>): Promise<readonly Problem[]> {
  try {
    return await useChentu.getState().show(await step)
  } catch (error) {
    return [failureOf(error)]
  }
}
