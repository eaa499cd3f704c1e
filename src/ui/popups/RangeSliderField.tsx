import './no-written-style'
import { I18nProvider, Slider, SliderThumb, SliderTrack } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import classes from '@/ui/controls/range-slider.module.css'
import type { RangeSliderProps } from '@/ui/controls/range-slider-props'

/** The track of a range with its two handles. */
export default function RangeSliderField({ least, most, step, value, label, labels, onChange }: RangeSliderProps) {
  const { i18n } = useTranslation()
  const share = (at: number) => `${(100 * (at - least)) / (most - least || 1)}%`
  return (
    <I18nProvider locale={i18n.language === 'en' ? 'en-US' : 'zh-CN'}>
      <Slider
        className={classes.slider!}
        aria-label={label}
        minValue={least}
        maxValue={most}
        step={step}
        value={[...value]}
        isDisabled={least === most}
        onChange={([from, to]) => onChange([from!, to!])}
      >
        <SliderTrack className={classes.track!}>
          <span className={classes.range} style={{ left: share(value[0]), right: `calc(100% - ${share(value[1])})` }} />
          {labels.map((name, i) => (
            <SliderThumb key={name} index={i} aria-label={name} className={classes.thumb!} />
          ))}
        </SliderTrack>
      </Slider>
    </I18nProvider>
  )
}
