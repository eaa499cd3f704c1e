import { expect, test } from 'vitest'
import { blend } from '@/map/canvas/blend'

const image = (width: number, height: number, ...data: number[]) => ({
  width,
  height,
  data: data.length > 0 ? Uint8ClampedArray.from(data) : new Uint8ClampedArray(4 * width * height),
})
const pixel = ({ width, data }: ReturnType<typeof image>, x: number, y: number) => [
  ...data.subarray(4 * (y * width + x), 4 * (y * width + x) + 4),
]

test('an opaque sprite hides what is below it', () => {
  const onto = image(1, 1, 10, 20, 30, 255)
  blend(onto, image(1, 1, 200, 100, 50, 255), 0, 0, 1)
  expect(pixel(onto, 0, 0)).toEqual([200, 100, 50, 255])
})

test('a half transparent one keeps its colour on nothing, and mixes with an opaque ground', () => {
  const onto = image(2, 1, 0, 0, 0, 0, 100, 100, 100, 255)
  const sprite = image(2, 1, 200, 100, 50, 255, 200, 100, 50, 255)
  blend(onto, sprite, 0, 0, 0.5)
  expect(pixel(onto, 0, 0)).toEqual([200, 100, 50, 128])
  expect(pixel(onto, 1, 0)).toEqual([150, 100, 75, 255])
})

test('two half transparent ones cover three quarters, the upper one twice as much as the lower', () => {
  const onto = image(1, 1)
  blend(onto, image(1, 1, 255, 0, 0, 255), 0, 0, 0.5)
  blend(onto, image(1, 1, 0, 255, 0, 255), 0, 0, 0.5)
  const [red, green, , alpha] = pixel(onto, 0, 0)
  expect(alpha).toBeCloseTo(191, -0.5)
  expect(red).toBeCloseTo(85, -0.5)
  expect(green).toBeCloseTo(170, -0.5)
})

test('only what lies inside the image is drawn, and nothing of it on the other side', () => {
  for (const [left, top] of [
    [-1, -1],
    [2, 2],
    [-1, 2],
    [2, -1],
  ] as const) {
    const onto = image(3, 3)
    const white = image(2, 2, ...Array.from({ length: 16 }, () => 255))
    blend(onto, white, left, top, 1)
    const [x, y] = [left < 0 ? 0 : 2, top < 0 ? 0 : 2]
    for (let row = 0; row < 3; row++)
      for (let column = 0; column < 3; column++)
        expect(pixel(onto, column, row)[3], `${left} ${top}: ${column} ${row}`).toBe(
          row === y && column === x ? 255 : 0,
        )
  }
})
