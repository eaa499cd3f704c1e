import type { Problem } from '@/domain/problem'
import { ProblemLine } from '@/ui/ProblemLine'
import classes from './Monitoring.module.css'

/** Lists the files that could not be read and what that affects; renders nothing if all were read. */
export function UnreadFiles({ says, problems }: { readonly says: string; readonly problems: readonly Problem[] }) {
  if (problems.length === 0) return null
  return (
    <div role="alert" className={classes.problems}>
      <p>{says}</p>
      <ul>
        {problems.map((problem) => (
          <ProblemLine key={problem.file} problem={problem} />
        ))}
      </ul>
    </div>
  )
}
