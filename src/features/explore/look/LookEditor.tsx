import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { kindWithId } from '@/domain/sources/kinds/kind'
import { DENSITY_FORMS, DENSITY_MEASURES, type Density } from '@/domain/sources/view/drawn-sources'
import { type Look, MAX_CLASSES } from '@/domain/sources/view/look'
import { CLASS_METHODS, type ClassMethod } from '@/domain/table/classify'
import { useTableTexts } from '@/features/explore/table/use-table-texts'
import { useChentu } from '@/store/chentu'
import { useKinds, useKindTexts } from '@/store/words/kinds'
import { Select } from '@/ui/controls/Select'
import classes from './LookEditor.module.css'
import { LookKey } from './LookKey'

const FIRST = { colour: null, size: null, method: 'natural', classes: 5, breaks: [], fixedBreak: null } as const
/** Fields that are not offered for colouring: positions are visible anyway, and every name is different. */
const NOT_TO_PAINT = ['name', 'code', 'lon', 'lat', 'address', 'remark']

const numbers = (text: string) =>
  text
    .split(/[,，、\s]+/)
    .filter(Boolean)
    .map(Number)

/** How sources are drawn: one kind coloured and sized by columns, and many sources as cells or heat. */
export function LookEditor() {
  const { t } = useTranslation()
  const { look, density } = useChentu((state) => state.view)
  const setView = useChentu((state) => state.setView)
  const { heading } = useTableTexts(look?.kind ?? null)
  const kinds = useKinds()
  const kindTexts = useKindTexts()
  const points = kinds.filter(({ place }) => place === 'point').map(({ id }) => id)
  // A link may name a kind of another package.
  const drawn = [...new Set([...points, ...(look ? [look.kind] : [])])]
  const [breaks, setBreaks] = useState(look?.breaks.join('、') ?? '')
  const change = (part: Partial<Look>) => look && setView({ look: { ...look, ...part } })
  const fields =
    (look && kindWithId(kinds, look.kind)?.fields)?.filter(({ name }) => !NOT_TO_PAINT.includes(name)) ?? []
  const sized = fields.filter(({ type }) => type === 'number')
  const coloured = fields.find(({ name }) => name === look?.colour)
  const cut = coloured?.type === 'number' || coloured?.type === 'day'
  const wrong = look?.method === 'manual' && numbers(breaks).some((each) => !Number.isFinite(each))

  return (
    <section aria-label={t('look.title')} className={classes.editor}>
      <Choice
        label={t('look.density')}
        value={density.form}
        all={DENSITY_FORMS.map((form) => [form, t(`look.form.${form}`)])}
        onChoose={(form) => setView({ density: { ...density, form: form as Density['form'] } })}
      />
      <Choice
        label={t('look.of')}
        value={density.of}
        all={DENSITY_MEASURES.map((of) => [of, t(`look.measure.${of}`)])}
        onChoose={(of) => setView({ density: { ...density, of: of as Density['of'] } })}
      />
      <Choice
        label={t('look.kind')}
        value={look?.kind ?? ''}
        all={[['', t('look.byStanding')], ...drawn.map((kind): [string, string] => [kind, kindTexts.title(kind)])]}
        onChoose={(kind) => {
          setBreaks('')
          setView({ look: kind === '' ? null : { ...FIRST, kind } })
        }}
      />
      {look && (
        <>
          <Choice
            label={t('look.colour')}
            value={look.colour ?? ''}
            all={[['', t('look.byStanding')], ...fields.map(({ name }): [string, string] => [name, heading(name)])]}
            onChoose={(colour) => change({ colour: colour || null, fixedBreak: null })}
          />
          {cut && (
            <>
              <Choice
                label={t('look.method')}
                value={look.method}
                all={CLASS_METHODS.map((method) => [method, t(`look.by.${method}`)])}
                onChoose={(method) => change({ method: method as ClassMethod })}
              />
              {look.method === 'manual' ? (
                <label>
                  <span>{t('look.breaks')}</span>
                  <input
                    value={breaks}
                    inputMode="decimal"
                    aria-invalid={wrong}
                    onChange={({ target }) => {
                      setBreaks(target.value)
                      const found = numbers(target.value)
                      if (found.every(Number.isFinite)) change({ breaks: found.slice(0, MAX_CLASSES - 1) })
                    }}
                  />
                  {wrong && <small role="alert">{t('look.notNumbers')}</small>}
                </label>
              ) : (
                <Choice
                  label={t('look.classes')}
                  value={String(look.classes)}
                  all={Array.from({ length: MAX_CLASSES - 1 }, (_, i): [string, string] => [`${i + 2}`, `${i + 2}`])}
                  onChoose={(count) => change({ classes: Number(count) })}
                />
              )}
              <label>
                <span>{t('look.limit')}</span>
                <input
                  type="number"
                  step="any"
                  value={look.fixedBreak ?? ''}
                  onChange={({ target }) => change({ fixedBreak: target.value === '' ? null : target.valueAsNumber })}
                />
              </label>
            </>
          )}
          {sized.length > 0 && (
            <Choice
              label={t('look.size')}
              value={look.size ?? ''}
              all={[['', t('look.oneSize')], ...sized.map(({ name }): [string, string] => [name, heading(name)])]}
              onChoose={(size) => change({ size: size || null })}
            />
          )}
          <LookKey look={look} />
        </>
      )}
    </section>
  )
}

function Choice(props: {
  readonly label: string
  readonly value: string
  readonly all: readonly (readonly [value: string, text: string])[]
  onChoose(value: string): void
}) {
  return (
    <Select
      label={props.label}
      labelled="beside"
      value={props.value}
      options={props.all.map(([value, label]) => ({ value, label }))}
      onChange={props.onChoose}
    />
  )
}
