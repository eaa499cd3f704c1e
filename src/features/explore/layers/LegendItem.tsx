import type { CSSProperties, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { StatusName } from '@/domain/rules/status'
import { kindWithId } from '@/domain/sources/kinds/kind'
import type { Shape } from '@/domain/sources/kinds/shape'
import type { LegendEntry } from '@/layers/legend'
import { ShapeSymbol } from '@/map/overlay/SourceSymbol'
import { useOpened } from '@/store/chentu'
import { useDataWords } from '@/store/words/data-words'
import { useKindTexts } from '@/store/words/kinds'
import classes from './Legend.module.css'

/** A line as the map draws it. */
function Line({
  colour,
  dash,
  width = 2,
}: {
  readonly colour: string
  readonly dash?: string
  readonly width?: number
}) {
  return (
    <svg width="22" height="14" aria-hidden="true">
      <line x1="1" y1="7" x2="21" y2="7" strokeWidth={width} stroke={colour} {...(dash && { strokeDasharray: dash })} />
    </svg>
  )
}

/** A shape in no colour: it says what, not how bad. */
function Neutral({ shape, mark }: { readonly shape: Shape; readonly mark: string }) {
  return (
    <span className={classes.neutral}>
      <ShapeSymbol shape={shape} mark={mark} status="fine" />
    </span>
  )
}

const round = (sample: string, status: StatusName) => (
  <i
    className={classes.sample}
    data-sample={sample}
    style={{ '--sample': `var(--status-${status})` } as CSSProperties}
  />
)

/** One thing that the map draws: a sample of it and its name, which `short` gives only to who points at it or hears it. */
export function LegendItem({ entry, short }: { readonly entry: LegendEntry; readonly short: boolean }) {
  const { t } = useTranslation()
  const { ring, dataset } = useOpened()
  const kindTexts = useKindTexts()
  const { word, list } = useDataWords()

  const drawn = (): readonly [sample: ReactNode, name: string] => {
    switch (entry.type) {
      case 'standing':
        return [<ShapeSymbol key="s" shape="square" status={entry.status} />, t(`status.${entry.status}`)]
      case 'dots':
        return [round('dot', entry.status), t('frame.drawn.dots', { status: t(`status.${entry.status}`) })]
      case 'badge':
        return [round('badge', entry.status), t('frame.drawn.badge')]
      case 'cells':
        return [round('cell', 'overdue'), t('frame.drawn.cells')]
      case 'heat':
        return [round('heat', 'overdue'), t('frame.drawn.heat')]
      case 'kind': {
        const { shape, mark, letters } = entry
        const name = kindTexts.title(entry.kind)
        const written = Object.entries(kindWithId(dataset.kinds, entry.kind)?.ladder?.letters ?? {})
        // A letter that is not its grade says which it is.
        const said = (letter: string) => {
          const grade = written.find(([, each]) => each === letter)?.[0]
          return grade === undefined ? letter : `${letter} = ${word(grade)}`
        }
        return [
          <Neutral key="s" shape={shape} mark={mark} />,
          letters.length > 0 ? t('frame.drawn.letters', { kind: name, letters: list(letters.map(said)) }) : name,
        ]
      }
      case 'dustfall':
        return [
          <i
            key="s"
            className={classes.swatch}
            data-over={entry.over}
            style={{ backgroundColor: `var(--dustfall-${entry.class})` }}
          />,
          entry.to === null ? t('frame.drawn.more', { value: entry.from }) : t('frame.drawn.upTo', { value: entry.to }),
        ]
      case 'unranked':
        return [<i key="s" className={classes.swatch} data-unranked />, t('frame.drawn.unranked')]
      case 'points':
        return [<Neutral key="s" shape="drop" mark="" />, t('layers.points')]
      case 'ring':
        return [<Line key="s" colour="var(--action)" dash="5 3" />, t('ring.title', { km: ring.radiusMetres / 1000 })]
      case 'built-up':
        return [<Line key="s" colour="var(--quiet)" dash="2 2" />, t('frame.drawn.built-up')]
      case 'line': {
        const colour = entry.colour < 0 ? 'var(--status-unknown)' : `var(--grade-${entry.colour})`
        const grade = entry.grade === null ? t('frame.drawn.unsurveyed') : word(entry.grade)
        return [<Line key="s" colour={colour} width={4} />, grade]
      }
      case 'neighbours':
        return [<Line key="s" colour="var(--quiet)" dash="4 2" width={1} />, t('frame.drawn.neighbours')]
      case 'rivers':
        return [<Line key="s" colour="var(--water)" />, t('frame.drawn.rivers')]
    }
  }
  const [sample, name] = drawn()
  return (
    <li title={short ? name : undefined}>
      {sample}
      <span className={short ? classes.unseen : ''}>{name}</span>
    </li>
  )
}
