import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { boundsOf, type CityDraft, centreOf } from '@/domain/city/city-draft'
import { fitCamera } from '@/domain/geodesy/fit-camera'
import { joinSurfaces } from '@/domain/geodesy/join-surfaces'
import { unproject } from '@/domain/geodesy/mercator'
import type { Position } from '@/domain/geodesy/position'
import { pathOf, screenAt } from '@/map/drawing/ground-drawing'
import classes from './OutlinePreview.module.css'

const [WIDTH, HEIGHT, MARGIN] = [640, 560, 24]
/** With more counties than this, their names are drawn small. */
const MANY = 16

interface Props {
  readonly draft: CityDraft
  /** Corners of the area that is being drawn. */
  readonly corners?: readonly Position[] | null
  onPress?(at: Position): void
}

/** Drawing of the county outlines with names, rivers, the centre and the built-up area. */
export function OutlinePreview({ draft, corners = null, onPress }: Props) {
  const { t } = useTranslation()
  const { placed, counties } = draft
  const drawing = useMemo(() => {
    if (!placed || placed.surfaces.length === 0) return null
    const { window, place } = screenAt(fitCamera(boundsOf(placed.surfaces), WIDTH, HEIGHT, MARGIN), WIDTH, HEIGHT)
    const drawn = counties
      .filter(({ outlines }) => outlines.length > 0)
      .map(({ name, ranked, outlines }) => {
        const surface = joinSurfaces(outlines.map((each) => placed.surfaces[each]!))
        return { name, ranked, path: pathOf(surface, place), at: place(placed.labels[outlines[0]!]!) }
      })
    return { window, place, drawn }
  }, [placed, counties])
  if (!drawing) return <div className={classes.preview} />
  const { window, place, drawn } = drawing
  const centre = centreOf(draft)
  const mark = centre && place(centre)
  function press({ clientX, clientY, currentTarget }: React.MouseEvent<SVGSVGElement>) {
    const matrix = currentTarget.getScreenCTM()?.inverse()
    if (!matrix || !onPress) return
    const { x, y } = new DOMPoint(clientX, clientY).matrixTransform(matrix)
    onPress(
      unproject(
        window.west + (x / WIDTH) * (window.east - window.west),
        window.north + (y / HEIGHT) * (window.south - window.north),
      ),
    )
  }
  const help = onPress ? t(corners ? 'city.centre.pressCorners' : 'city.centre.press') : t('city.previewHelp')
  return (
    <figure className={classes.preview}>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the same position can be typed beside it */}
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={t('city.preview')}
        data-pressed={onPress ? '' : undefined}
        data-many={drawn.length > MANY || undefined}
        data-testid="outline-preview"
        onClick={onPress && press}
      >
        {drawn.map(({ name, path, ranked }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two may have the same name while names are typed
          <path key={i} d={path} className={classes.county} data-ranked={ranked || undefined}>
            <title>{name}</title>
          </path>
        ))}
        {draft.rivers?.of.map(({ line }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of a drawing have only their order as a key
          <path key={i} d={pathOf(line, place)} className={classes.river} />
        ))}
        {draft.builtUp && <path d={pathOf(draft.builtUp.surface, place)} className={classes.builtUp} />}
        {corners && corners.length > 0 && (
          <path
            d={pathOf({ type: 'LineString', coordinates: corners.map((at) => [...at]) }, place)}
            className={classes.builtUp}
          />
        )}
        {corners?.map((at) => {
          const [x, y] = place(at)
          return <circle key={String(at)} cx={x} cy={y} r={4} className={classes.corner} />
        })}
        {drawn.map(({ name, at: [x, y] }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <text key={i} x={x} y={y} className={classes.name}>
            {name}
          </text>
        ))}
        {mark && <circle cx={mark[0]} cy={mark[1]} r={7} className={classes.centre} />}
      </svg>
      <figcaption className="quiet">{help}</figcaption>
    </figure>
  )
}
