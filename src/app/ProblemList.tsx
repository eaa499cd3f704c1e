import type { Problem } from '@/domain/problem'
import { ProblemLine } from '@/ui/ProblemLine'

/** Problems with outside data, one per line. */
export function ProblemList({ problems }: { readonly problems: readonly Problem[] }) {
  return (
    <ul>
      {problems.map((problem) => (
        <ProblemLine key={JSON.stringify(problem)} problem={problem} />
      ))}
    </ul>
  )
}
