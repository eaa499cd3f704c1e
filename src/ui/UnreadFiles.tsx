import { ProblemLine, type ShownProblem } from './ProblemLine'
import classes from './UnreadFiles.module.css'

/** Lists the files that could not be read and what that affects; renders nothing if all were read. */
export function UnreadFiles({ says, problems }: { readonly says: string; readonly problems: readonly ShownProblem[] }) {
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
