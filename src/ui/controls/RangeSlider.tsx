import { Suspense } from 'react'
import { lazyPart } from '@/ui/lazy-part'
import classes from './range-slider.module.css'
import type { RangeSliderProps } from './range-slider-props'

const RangeSliderField = lazyPart(() => import('@/ui/popups/RangeSliderField'))

/** A range with a handle at each end, for pointer, finger and keyboard. */
export function RangeSlider(props: RangeSliderProps) {
  return (
    <Suspense fallback={<div className={classes.slider} />}>
      <RangeSliderField {...props} />
    </Suspense>
  )
}
