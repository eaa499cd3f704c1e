import { transformAsync } from '@babel/core'
import type { Plugin } from 'vite'

/**
 * React's own compiler: what a component made of values is not made again until one of them changes. A component that it can't
 * prove to be pure, say since it asks for the time while it renders, is left as it is written. Only what is built is compiled: it
 * takes as long as the rest of the build.
 */
export const compiledReact = (): Plugin => ({
  name: 'compiled-react',
  apply: 'build',
  enforce: 'pre',
  transform: {
    // Components stand in .tsx, and hooks call hooks: the rest is not worth the parsing.
    filter: { id: /\/src\/.*\.tsx?$/, code: /\buse[A-Z]\w*\(|\/>|<\// },
    async handler(code, id) {
      const [filename] = id.split('?')
      const compiled = await transformAsync(code, {
        ...(filename === undefined ? {} : { filename }),
        babelrc: false,
        configFile: false,
        parserOpts: { plugins: ['typescript', ...(filename?.endsWith('x') ? (['jsx'] as const) : [])] },
        plugins: [
          [
            'babel-plugin-react-compiler',
            { target: '19', panicThreshold: 'none', environment: { validateNoImpureFunctionsInRender: true } },
          ],
        ],
      })
      // The build has no source maps.
      return compiled?.code ? { code: compiled.code, map: null } : null
    },
  },
})
