/** Who registers orders: those whom the procedure of the registry charges with it. */
import { capable, type Place, type Rule } from '#app/domain/rules.ts'

export type OrderFacts = Place

const place = (facts: OrderFacts): Place => facts

export const expertRules = {
  /** brings the demonstration back to its beginning */
  reloadDemo: capable<OrderFacts>('demo.reload'),
  registerOrder: capable<OrderFacts>('order.register', place),
  revokeOrder: capable<OrderFacts>('order.register', place),
} satisfies Record<string, Rule<OrderFacts>>
