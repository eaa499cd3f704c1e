import { transformAsync } from '@babel/core'
import type { Plugin } from 'vite'

/**
 * The React Compiler: memoises components by the values they depend on. A component that it can't prove to be pure,
 * e.g. one that reads the time while rendering, is left as it is. Only in builds, because it takes as long as the rest
 * of the build.
 */
export const compiledReact = (): Plugin => ({
  name: 'compiled-react',
  apply: 'build',
  enforce: 'pre',
  transform: {
    // Files without components or hooks are not worth parsing.
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
