/** Who registers orders and who words the lists of directions: those whom the procedure of the registry charges with it. */
import { capable, type Place, type Rule } from '#app/domain/rules.ts'

export type OrderFacts = Place

const place = (facts: OrderFacts): Place => facts

export const expertRules = {
  /** brings the demonstration back to its beginning */
  reloadDemo: capable<OrderFacts>('demo.reload'),
  registerOrder: capable<OrderFacts>('order.register', place),
  /** prepares the next list of directions; it is one for the whole region */
  editDirections: capable<OrderFacts>('direction.edit'),
  publishDirections: capable<OrderFacts>('direction.publish'),
  /** brings people by lists from papers */
  importPeople: capable<OrderFacts>('registry.edit'),
  revokeOrder: capable<OrderFacts>('order.register', place),
} satisfies Record<string, Rule<OrderFacts>>
