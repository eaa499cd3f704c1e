import { describe, expect, it } from 'vitest'
import { refuseBrokenMarkup } from '@/io/formats/markup'

describe('markup', () => {
  it('of an office is accepted, however long and with any attributes', () => {
    const row = '<w:tr><w:tc w:t="a>b"/><w:br /><!-- <x> --><w:t>1 > 0</w:t></w:tr>'
    expect(() => refuseBrokenMarkup(`<?xml version="1.0"?><w:tbl>${row.repeat(20_000)}</w:tbl>`)).not.toThrow()
  })

  it.each([
    ['tags that nothing ends', '<'.repeat(5000)],
    ['a comment that nothing ends', '<a><!-- x </a>'],
    ['elements nested too deep', '<a>'.repeat(2000)],
  ])('with %s is refused before it is parsed', (_, text) => {
    expect(() => refuseBrokenMarkup(text)).toThrow(SyntaxError)
  })
})
