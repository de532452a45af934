import type { SchemaRules } from '@adonisjs/lucid/types/schema_generator'

const imports = [
  { source: 'luxon', namedImports: ['DateTime'] },
  { source: '#database/columns', namedImports: ['utcDateTime'] },
]

const instant = (args?: Record<string, boolean>) => ({
  tsType: 'DateTime',
  imports,
  decorators: [{ name: '@utcDateTime', ...(args && { args }) }],
})

export default {
  types: {
    DateTime: instant(),
    json: {
      tsType: 'any',
      imports: [{ source: '#database/columns', namedImports: ['jsonColumn'] }],
      decorators: [{ name: '@jsonColumn' }],
    },
  },
  columns: {
    created_at: instant({ autoCreate: true }),
    updated_at: instant({ autoCreate: true, autoUpdate: true }),
  },
} satisfies SchemaRules
