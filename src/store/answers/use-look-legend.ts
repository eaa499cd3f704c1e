import type { Look, LookLegend } from '@/domain/sources/view/look'
import { useChentu } from '@/store/chentu'
import { useAnswer } from './use-answer'

/** What the colours of a look mean on the day of what is shown; null without a look, and until the worker has said it. */
export function useLookLegend(look: Look | null): LookLegend | null {
  const asOf = useChentu((state) => state.opened?.evaluation.asOf)
  return useAnswer(async (worker) => look && worker.lookLegend(look), `${asOf} ${JSON.stringify(look)}`)
}
