import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import type { Rule } from '@/domain/rules/rule'
import { type Manner, type PlannedChange, plannedChange } from '@/domain/rules/rule-change'
import { changedParts } from '@/domain/rules/rule-difference'
import { missingRuleParts, type RuleDraft, ruleOf } from '@/domain/rules/rule-draft'
import { refusalsOf } from '@/domain/rules/rule-refusal'
import { requiredFigure, staleTarget } from '@/domain/rules/rule-title'
import { isOnMaps } from '@/domain/sources/kinds/kind'
import { useOpened } from '@/store/chentu'
import { useToday } from '@/store/device/today'
import { useRuleDesk } from '@/store/rules'
import { useRuleTexts } from '@/store/words/rules'
import { Button } from '@/ui/controls/Button'
import { DatePicker } from '@/ui/controls/DatePicker'
import { SegmentedControl } from '@/ui/controls/SegmentedControl'
import { Select } from '@/ui/controls/Select'
import panel from '@/ui/panel.module.css'
import { Refused } from '@/ui/Refused'
import type { RuleChange } from '@/workspace/plan/write-rules'
import { CheckFields } from './CheckFields'
import { PickMany } from './PickMany'
import { ChangedBy, ChangedParts } from './RuleChanges'
import classes from './Rules.module.css'
import { RuleTitle } from './RuleTitle'
import { ScopeFields } from './ScopeFields'
import { SignedRule } from './SignedRule'
import { TrialFacts } from './TrialFacts'
import { useDepartmentOptions } from './use-options'

/** Editor of a requirement, as the rows of a sentence, beside a preview of its effect. */
export default function RuleEditor({ draft }: { readonly draft: RuleDraft }) {
  const { t, i18n } = useTranslation()
  const { dataset, evaluation } = useOpened()
  const { change, close, save, saving, problems } = useRuleDesk()
  const texts = useRuleTexts()
  const heading = useRef<HTMLHeadingElement>(null)
  const [isEnding, setEnding] = useState(false)
  const [isTargetTaken, setTargetTaken] = useState(false)
  const { original } = draft
  const rule = ruleOf(draft)
  const lacking = missingRuleParts(draft).map((part) => t(`rule.lacking.${part}`))
  const putOn = useToday()
  const planned = rule && plannedChange(original, rule, draft.manner, evaluation.asOf, putOn)
  const kind = dataset.kinds.find(({ id }) => id === draft.kind)
  const refused = planned
    ? refusalsOf(planned.rule, original, kind).map((each) => texts.refusal(planned.rule, each))
    : []
  const targets = dataset.clauses.find(({ number }) => number === draft.clause)?.targets ?? []
  const target = original && rule ? staleTarget(targets, original.check, rule.check) : null
  const isUnchanged = original !== null && rule !== null && changedParts(original, rule).length === 0
  const title = draft.zh.trim()
  useEffect(() => heading.current?.focus(), [])

  return (
    <>
      <h2 ref={heading} tabIndex={-1} className={panel.title}>
        {t('plan.clause', { number: draft.clause })}{' '}
        {original ? t('rule.editOf', { title: inLanguage(original.title, i18n.language) }) : t('rule.add')}
      </h2>
      <p className={classes.sentence}>
        {planned ? texts.sentence(planned.rule) : t('rule.incomplete', { what: lacking.join(t('ui.comma')) })}
      </p>
      {planned && <TrialFacts original={original} planned={planned} />}
      {planned?.manner && <MannerChoice planned={planned} onChange={(manner) => change({ manner })} />}
      <RuleFields draft={draft} rule={rule} from={planned?.rule.from ?? draft.from} onChange={change} />
      {original && planned && !isUnchanged && (
        <>
          <p className={panel.heading}>{t('rule.changes')}</p>
          <ChangedParts
            changed={{ before: original, now: planned.rule, parts: changedParts(original, planned.rule) }}
          />
        </>
      )}
      {target && rule && (
        <label className={classes.tick}>
          <input type="checkbox" checked={isTargetTaken} onChange={({ target }) => setTargetTaken(target.checked)} />
          <span>
            {t('rule.targetStale', {
              ...{ what: inLanguage(target.what, i18n.language), before: target.value },
              ...{ now: requiredFigure(rule.check), unit: texts.word(target.unit) },
            })}
          </span>
        </label>
      )}
      {isEnding && original ? (
        <EndRule draft={draft} onBack={() => setEnding(false)} />
      ) : (
        <SignedRule
          label={t('rule.save')}
          missing={lacking}
          refused={isUnchanged ? [t('rule.unchanged')] : refused}
          onSave={(said) => {
            if (!planned) return Promise.resolve(false)
            const { ended, rule } = planned
            const label = ended ? 'rule.labelFrom' : original ? 'rule.label' : 'rule.labelNew'
            const changes: RuleChange[] = (ended ? [ended, rule] : [rule]).map((rule) => ({ what: 'put', rule }))
            const figure = requiredFigure(rule.check)
            if (target && isTargetTaken && figure !== null)
              changes.push({
                what: 'target',
                clause: rule.clause,
                of: target.what.zh,
                before: target.value,
                now: figure,
              })
            return save(changes, said, t(label, { title, day: rule.from, ...said }))
          }}
        >
          <Button disabled={saving} onClick={close}>
            {t('rule.cancel')}
          </Button>
          {original && (
            <Button weight="quiet" disabled={saving} onClick={() => setEnding(true)}>
              {t('rule.end')}
            </Button>
          )}
        </SignedRule>
      )}
      <Refused problems={problems} />
      {original && <ChangedBy rule={original} />}
      {dataset.kinds.some((kind) => kind.id === draft.kind && !isOnMaps(kind)) && (
        <p className="quiet">{t('rule.notOnMap')}</p>
      )}
    </>
  )
}

/** Chooses how a rule is changed: from a day on, or as a correction of the past. */
function MannerChoice({ planned, onChange }: { readonly planned: PlannedChange; onChange(manner: Manner): void }) {
  const { t } = useTranslation()
  const { evaluation } = useOpened()
  const { manner, rule } = planned
  const day = manner === 'from' ? rule.from : evaluation.asOf
  return (
    <SegmentedControl
      label={t('rule.manner.title')}
      value={manner ?? 'from'}
      options={[
        { value: 'from', label: t('rule.manner.from', { day }) },
        { value: 'correction', label: t('rule.manner.correction') },
      ]}
      onChange={onChange}
    />
  )
}

interface FieldsProps {
  readonly draft: RuleDraft
  readonly rule: Rule | null
  /** First day of the rule: the proposed one if the draft still has the previous rule's. */
  readonly from: string
  onChange(part: Partial<RuleDraft>): void
}

function RuleFields({ draft, rule, from, onChange }: FieldsProps) {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const departments = useDepartmentOptions()
  return (
    <div className={classes.part}>
      <RuleTitle draft={draft} rule={rule} onChange={onChange} />
      <Select
        label={t('rule.part.kind')}
        value={draft.kind}
        options={dataset.kinds.map(({ id, title, group }) => ({
          value: id,
          label: inLanguage(title, i18n.language),
          group: group ? inLanguage(group.title, i18n.language) : t('layers.otherKinds'),
        }))}
        // Columns belong to a kind, so parts that name columns of the previous kind are cleared.
        onChange={(kind) => {
          const scope = draft.scope.filter(({ form }) => form === 'counties')
          onChange({ kind, scope, check: { ...draft.check, fields: [], values: [], texts: {} } })
        }}
      />
      <ScopeFields kind={draft.kind} scope={draft.scope} onChange={(scope) => onChange({ scope })} />
      <CheckFields kind={draft.kind} check={draft.check} onChange={(check) => onChange({ check })} />
      {/* These check types contain their own deadline. */}
      {draft.check.type !== 'done' && draft.check.type !== 'not-before' && (
        <DatePicker
          label={t('rule.part.deadline')}
          value={draft.deadline}
          clearable
          onChange={(deadline) => onChange({ deadline })}
        />
      )}
      <DatePicker label={t('rule.part.from')} value={from} onChange={(from) => onChange({ from })} />
      <DatePicker
        label={t('rule.part.until')}
        value={draft.until}
        clearable
        onChange={(until) => onChange({ until })}
      />
      <PickMany
        label={t('rule.part.lead')}
        options={departments}
        chosen={draft.lead}
        empty={t('rule.leadOwn')}
        typed
        onChange={(lead) => onChange({ lead })}
      />
      <PickMany
        label={t('rule.part.support')}
        options={departments}
        chosen={draft.support}
        typed
        onChange={(support) => onChange({ support })}
      />
      <label className={classes.field}>
        <span>{t('rule.part.basis')}</span>
        <input value={draft.basis} onChange={({ target }) => onChange({ basis: target.value })} />
      </label>
      {draft.original && draft.basis.trim() === '' && <p className="quiet">{t('rule.basisNone')}</p>}
      <label className={classes.tick}>
        <input type="checkbox" checked={draft.isHint} onChange={({ target }) => onChange({ isHint: target.checked })} />
        <span>{t('rule.isHint')}</span>
      </label>
    </div>
  )
}

/** Ends a requirement, and tells what else that removes. */
function EndRule({ draft, onBack }: { readonly draft: RuleDraft; onBack(): void }) {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const { save, saving } = useRuleDesk()
  const { id, title } = draft.original!
  const measured = dataset.clauses
    .flatMap(({ targets, figures = [] }) => [...targets, ...figures])
    .filter(({ measure }) => measure?.of === 'passing' && measure.rule === id)
    .map(({ what }) => inLanguage(what, i18n.language))
  return (
    <>
      <p className={panel.heading}>{t('rule.end')}</p>
      <p>{t('rule.endHint')}</p>
      {measured.length > 0 && <p>{t('rule.endTargets', { what: measured.join(t('ui.comma')) })}</p>}
      <SignedRule
        label={t('rule.end')}
        missing={[]}
        onSave={(said) => save([{ what: 'end', id }], said, t('rule.labelEnd', { title: title.zh, ...said }))}
      >
        <Button disabled={saving} onClick={onBack}>
          {t('rule.endBack')}
        </Button>
      </SignedRule>
    </>
  )
}
