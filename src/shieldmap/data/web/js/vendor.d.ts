/** What the page uses of preact, htm and Fluent: their addresses lead here when the modules are checked. */

/** An element as a template describes it. */
export interface VNode {
  type: unknown;
  props: object;
}
export function h(type: string, props: object | null, ...children: Shown[]): VNode;
export function render(shown: Shown, into: Element): void;

declare const htm: { bind(make: typeof h): (parts: TemplateStringsArray, ...values: Slot[]) => Shown };
export default htm;

/** A message, or a part of it, as the parser leaves it. */
interface Pattern {}

export class FluentResource {
  constructor(source: string);
}
export class FluentBundle {
  constructor(
    locale: string,
    options: { useIsolating?: boolean; functions?: Record<string, (given: unknown[]) => string> },
  );
  hasMessage(id: string): boolean;
  getMessage(id: string): { value: Pattern | null } | undefined;
  addResource(resource: FluentResource): Error[];
  formatPattern(pattern: Pattern, values?: Record<string, unknown>, problems?: Error[]): string;
}
