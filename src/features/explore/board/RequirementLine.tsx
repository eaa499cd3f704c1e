import { useTranslation } from 'react-i18next'
import { originOf } from '@/domain/rules/rule'
import { withOnlyRequirement } from '@/domain/sources/view/filters'
import type { BoardRequirement } from '@/questions/plan/board'
import { useChentu, useOpened } from '@/store/chentu'
import { useRequirementTexts } from '@/store/words/requirements'
import { Button } from '@/ui/controls/Button'
import { ToggleChip } from '@/ui/controls/Chip'
import classes from './BoardPanel.module.css'

/** Toggle for a filter on one requirement alone, optionally with a status; a second press removes it. */
function useAsking(key: string) {
  const filters = useChentu((state) => state.view.filters)
  const setView = useChentu((state) => state.setView)
  return (status?: 'overdue' | 'failing' | 'toVerify') => {
    const wanted = status ? [status] : []
    const pressed = filters.requirements.join() === key && filters.statuses.join() === wanted.join()
    return {
      'aria-pressed': pressed,
      onClick: () =>
        setView({
          filters: pressed
            ? { ...filters, requirements: [], statuses: [] }
            : { ...withOnlyRequirement(filters, key), statuses: wanted },
        }),
    }
  }
}

/** An item of a requirement, with the number of sources that fail it. */
function ItemButton({ requirement }: { readonly requirement: BoardRequirement }) {
  const { t } = useTranslation()
  const texts = useRequirementTexts()
  const { key, rule, item, tally } = requirement
  const { 'aria-pressed': pressed, onClick } = useAsking(key)()
  const title = texts.items(rule, [item!])
  return (
    <ToggleChip
      pressed={pressed}
      count={tally.overdue + tally.failing}
      title={t('requirement.press', { title })}
      onToggle={onClick}
    >
      {title}
    </ToggleChip>
  )
}

/** A requirement with the number of overdue and failing sources, and its items. */
export function RequirementLine({ requirement }: { readonly requirement: BoardRequirement }) {
  const { t } = useTranslation()
  const texts = useRequirementTexts()
  const { key, rule, tally, items } = requirement
  const asking = useAsking(key)
  const title = texts.title(rule)
  const origin = originOf(useOpened().dataset.rules[rule]!)
  const broken = items.filter((item) => item.tally.overdue + item.tally.failing > 0)
  return (
    <li>
      <div className={classes.requirement} data-quiet={tally.overdue + tally.failing === 0}>
        <button type="button" {...asking()} title={t('requirement.press', { title })}>
          {title}
          {origin && <small className={classes.origin}>{t(`rule.origin.${origin}`)}</small>}
        </button>
        {(['overdue', 'failing'] as const).map((name) =>
          tally[name] === 0 ? (
            <span key={name} className={classes.none}>
              {'—'}
            </span>
          ) : (
            <button
              key={name}
              type="button"
              {...asking(name)}
              data-status={name}
              aria-label={`${title} ${t(`status.${name}`)} ${tally[name]}`}
            >
              {tally[name].toLocaleString('en')}
            </button>
          ),
        )}
      </div>
      {tally.toVerify > 0 && (
        <p className={classes.toVerify}>
          <Button weight="quiet" {...asking('toVerify')}>
            {t('measured.boardToVerify', { count: tally.toVerify })}
          </Button>
        </p>
      )}
      {broken.length > 0 && (
        <p className={classes.items}>
          {broken.map((item) => (
            <ItemButton key={item.key} requirement={item} />
          ))}
        </p>
      )}
    </li>
  )
}
