/** What the page uses of preact and htm: both addresses lead here when the modules are checked. */

/** An element as a template describes it. */
export interface VNode {
  type: unknown;
  props: object;
}
export function h(type: string, props: object | null, ...children: Shown[]): VNode;
export function render(shown: Shown, into: Element): void;

declare const htm: { bind(make: typeof h): (parts: TemplateStringsArray, ...values: Slot[]) => Shown };
export default htm;
