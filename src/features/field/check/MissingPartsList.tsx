import { useTranslation } from 'react-i18next'
import type { KindId } from '@/domain/sources/kinds/kind'
import { useOpened } from '@/store/chentu'
import { itemLabel } from '@/store/words/inspection-line'
import { Button } from '@/ui/controls/Button'
import { type ItemMissingParts, isRequired } from './missing-parts'
import classes from './SaveSummary.module.css'

interface Props {
  readonly kind: KindId
  readonly lacks: readonly ItemMissingParts[]
  /** Unanswered items, in list order. */
  readonly unanswered: readonly string[]
  /** Goes back to an item. */
  onItem(item: string): void
}

/** What a check still lacks, by item; pressing an entry goes to the item. */
export function MissingPartsList({ kind, lacks, unanswered, onItem }: Props) {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const name = (item: string) => itemLabel(dataset, kind, item, i18n.language)
  const comma = t('ui.comma')
  return (
    <>
      {lacks.map((lack) => (
        <li key={lack.item} data-required={isRequired(lack)}>
          <Button className={classes.lack!} onClick={() => onItem(lack.item)}>
            <b>{name(lack.item)}</b>
            <span>
              {lack.answer === 'no'
                ? t('lack.no', { what: lack.lacks.map((each) => t(`lack.of.${each}`)).join(comma) })
                : t(isRequired(lack) ? 'lack.mustSay' : 'lack.maySay', { answer: t(`check.answer.${lack.answer}`) })}
            </span>
          </Button>
        </li>
      ))}
      {unanswered.length > 0 && (
        <li>
          <Button className={classes.lack!} onClick={() => onItem(unanswered[0]!)}>
            <b>{t('check.leftOpen', { count: unanswered.length })}</b>
            <span>{unanswered.map(name).join(comma)}</span>
          </Button>
        </li>
      )}
    </>
  )
}
