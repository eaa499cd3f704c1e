import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fitCamera } from '@/domain/geodesy/fit-camera'
import { PARAMETER_FACTS, type Parameter } from '@/domain/monitoring/parameter'
import { countyName } from '@/domain/sources/county'
import { pathOf, screenAt } from '@/map/drawing/ground-drawing'
import { type Bounds, boundsOf, cityBounds } from '@/map/instance/bounds'
import type { MonitorLine, MonitorList } from '@/questions/monitors/monitor-list'
import { useDataset } from '@/store/chentu'
import { hourText, valueText } from '@/store/words/monitor-figures'
import { Button } from '@/ui/controls/Button'
import { Select } from '@/ui/controls/Select'
import { DOT } from '@/ui/dot'
import { levelOfShare } from './days/day-level'
import classes from './HourMap.module.css'
import { HourMapKey } from './HourMapKey'

const [WIDTH, HEIGHT, MARGIN] = [900, 620, 28]
/** Radius of the largest and the smallest circle, in drawing units; a device without a value gets the smallest. */
const [LARGEST, SMALLEST] = [26, 4]
/** Playback time per hour: a day takes ten seconds. */
const HOUR_MS = 10_000 / 24
/** Choice of the whole city. */
const WHOLE = ''
/** Maximum distance of a press from a device, in drawing units. */
const REACH = 24

/** Least width and height of a county's map in degrees, so that a single device is not shown without its surroundings. */
const LEAST_DEGREES = 0.04

/** The bounds of a county's devices, since most of them stand in its town; null if none has a position. */
function devicesBounds(devices: readonly MonitorLine[], county: string): Bounds | null {
  const positions = devices.flatMap(({ place }) => (place?.county === county && place.position ? [place.position] : []))
  if (positions.length === 0) return null
  const wide = (all: readonly number[]) => {
    const [least, most] = [Math.min(...all), Math.max(...all)]
    const more = Math.max(0, LEAST_DEGREES - (most - least)) / 2
    return [least - more, most + more] as const
  }
  const [[west, east], [south, north]] = [wide(positions.map(([lon]) => lon)), wide(positions.map(([, lat]) => lat))]
  return [west, south, east, north]
}

interface Props {
  readonly list: MonitorList
  readonly parameter: Parameter
  onChoose(device: string): void
}

/**
 * The devices on a map with their values, hour by hour over the days of the list. A circle's area grows with the value;
 * its colour darkens as the value approaches the device's limit.
 */
export function HourMap({ list: { devices, hour }, parameter, onChoose }: Props) {
  const { t, i18n } = useTranslation()
  const dataset = useDataset()
  const hours = devices.reduce((most, { course }) => Math.max(most, course.length), 0)
  const [back, setBack] = useState(0)
  const [isPlaying, setPlaying] = useState(false)
  useEffect(() => {
    if (!isPlaying) return
    const timer = setInterval(() => setBack((before) => (before === 0 ? hours - 1 : before - 1)), HOUR_MS)
    return () => clearInterval(timer)
  }, [isPlaying, hours])
  /** The county that is shown larger; null if the whole city is shown. */
  const [within, setWithin] = useState<string | null>(null)
  const drawing = useMemo(() => {
    const bounds =
      within === null
        ? cityBounds(dataset, { ring: null, hidden: ['ring'] })
        : (devicesBounds(devices, within) ??
          boundsOf({
            type: 'FeatureCollection',
            features: dataset.outlines.features.filter(({ id }) => String(id) === within),
          }))
    if (!bounds) return null
    const { place } = screenAt(fitCamera(bounds, WIDTH, HEIGHT, MARGIN), WIDTH, HEIGHT)
    return {
      place,
      counties: dataset.outlines.features.map(({ id, geometry }) => {
        const code = String(id)
        const label = dataset.labelPlaces[code]
        return { code, path: pathOf(geometry, place), at: label ? place(label) : null }
      }),
    }
  }, [dataset, devices, within])
  if (!drawing || hour === null || hours < 1) return null
  const at = Math.min(back, hours - 1)
  const valueAt = ({ course }: MonitorLine) => course[course.length - 1 - at] ?? null
  const most = devices.flatMap(({ course }) => course).reduce<number>((max, value) => Math.max(max, value ?? 0), 1)
  const radius = (value: number) => Math.max(SMALLEST, LARGEST * Math.sqrt(Math.max(0, value) / most))
  const { unit } = PARAMETER_FACTS[parameter]
  const text = (value: number | null) =>
    value === null ? t('monitoring.noValue') : `${valueText(value, parameter)} ${unit}`
  const limitOf = ({ limit }: MonitorLine) =>
    limit ? [t('monitoring.map.limit', { value: `${valueText(limit.value, parameter)} ${unit}` })] : []
  const placed = devices.flatMap((line) => {
    const position = line.place?.position
    return position ? [{ line, value: valueAt(line), on: drawing.place(position) }] : []
  })
  const shown = hourText(hour - at * 60)
  function press({ clientX, clientY, currentTarget, target }: React.MouseEvent<SVGSVGElement>) {
    const matrix = currentTarget.getScreenCTM()?.inverse()
    if (!matrix) return
    const { x, y } = new DOMPoint(clientX, clientY).matrixTransform(matrix)
    const near = placed
      .map(({ line, on }) => ({ line, away: Math.hypot(on[0] - x, on[1] - y) }))
      .sort((a, b) => a.away - b.away)[0]
    if (near && near.away <= REACH) onChoose(near.line.device)
    else if (target instanceof SVGElement && target.dataset.county !== undefined) setWithin(target.dataset.county)
  }
  return (
    <figure className={classes.map}>
      <header>
        <h2>{t('monitoring.map.title', { parameter: t(`monitoring.names.${parameter}`) })}</h2>
        <output>{shown}</output>
        {/* Devices of one town lie over each other on the map of the whole city. */}
        <Select<string>
          label={t('monitoring.map.within')}
          labelled="beside"
          options={[
            { value: WHOLE, label: t('monitoring.map.whole') },
            ...drawing.counties.map(({ code }) => ({ value: code, label: countyName(dataset, code, i18n.language) })),
          ]}
          value={within ?? WHOLE}
          onChange={(county) => setWithin(county === WHOLE ? null : county)}
        />
        <Button aria-pressed={isPlaying} onClick={() => setPlaying(!isPlaying)}>
          {t(isPlaying ? 'months.pause' : 'months.play')}
        </Button>
        <input
          type="range"
          min={1 - hours}
          max={0}
          value={-at}
          aria-label={t('monitoring.map.hour')}
          aria-valuetext={shown}
          onChange={({ target }) => {
            setPlaying(false)
            setBack(-Number(target.value))
          }}
        />
      </header>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: each device can be chosen in the list beside it */}
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={t('monitoring.map.label', { hour: shown })}
        onClick={press}
      >
        {drawing.counties.map(({ code, path }) => (
          <path key={code} d={path} className={classes.county} fillRule="evenodd" data-county={code} />
        ))}
        {drawing.counties.map(
          ({ code, at: on }) =>
            on && (
              <text key={code} x={on[0]} y={on[1]} className={classes.name}>
                {countyName(dataset, code, i18n.language)}
              </text>
            ),
        )}
        {placed.map(({ line, value, on: [x, y] }) => (
          <circle
            key={line.device}
            cx={x}
            cy={y}
            r={value === null ? SMALLEST : radius(value)}
            className={classes.device}
            data-none={value === null}
            data-level={value === null || !line.limit ? undefined : levelOfShare(value / line.limit.value)}
          >
            <title>{[line.place!.name, text(value), ...limitOf(line)].join(DOT)}</title>
          </circle>
        ))}
      </svg>
      <HourMapKey devices={devices} parameter={parameter} />
      <figcaption className="quiet">
        {t('monitoring.map.legend', { most: `${valueText(most, parameter)} ${unit}` })}
        {placed.length < devices.length &&
          ` ${t('monitoring.map.unplaced', { count: devices.length - placed.length })}`}
      </figcaption>
    </figure>
  )
}
