import { type Choice, type Choices, useChoices } from '@/features/explore/filters/use-choices'
import { useOpened } from '@/store/chentu'
import classes from './ColumnFilter.module.css'

interface Props {
  readonly facet: keyof Choices
  readonly chosen: readonly string[]
  onChoose(chosen: readonly string[]): void
}

/** The choices of the filters panel as checkboxes, each with the number of sources it would leave. */
export function FacetFilter({ facet, chosen, onChoose }: Props) {
  const { counts } = useOpened()
  const choices: readonly Choice<string>[] = useChoices()[facet]
  const countOf = (value: string) => counts.facets[facet].get(value) ?? 0
  const flip = (value: string) =>
    onChoose(chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value])
  return (
    <ul className={classes.values}>
      {choices
        .filter(({ value }) => countOf(value) > 0 || chosen.includes(value))
        .map(({ value, label, title }) => (
          <li key={value}>
            <label>
              <input type="checkbox" checked={chosen.includes(value)} onChange={() => flip(value)} />
              <span>{title ?? label}</span>
              <small>{countOf(value).toLocaleString('en')}</small>
            </label>
          </li>
        ))}
    </ul>
  )
}
