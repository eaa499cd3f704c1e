import { useTranslation } from 'react-i18next'
import { useChentu } from '@/store/chentu'
import { useRequestedPart } from '@/store/page/requested-part'
import classes from './SkipLinks.module.css'

/** Skip links past header and rail, visible only when focused by keyboard; most wanted first. */
export function SkipLinks() {
  const { t } = useTranslation()
  // Details cover the list.
  const side = useChentu(({ selected, view }) => (selected !== null || view.point !== null ? 'detail' : 'list'))
  const hasPanel = useChentu(({ view }) => view.panel !== null)
  const want = useRequestedPart((state) => state.want)
  const parts = ['question', ...(hasPanel ? (['panel'] as const) : []), 'map'] as const
  return (
    <div className={classes.skip}>
      <button type="button" onClick={() => want(side)}>
        {t(`frame.skip.${side}`)}
      </button>
      {parts.map((part) => (
        <button key={part} type="button" onClick={() => document.getElementById(part)?.focus()}>
          {t(`frame.skip.${part}`)}
        </button>
      ))}
    </div>
  )
}
