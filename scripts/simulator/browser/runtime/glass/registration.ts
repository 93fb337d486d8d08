import type { CodeSpace, ComponentEnv, types } from 'glass-easel-miniprogram-adapter';
import type { CompiledProgram, ComponentUnit } from '../../../contract/program';
import type { WeChatBehaviors } from './behaviors';
import { observerOf } from './same-values';
import { type CommonAttributes, componentTemplate, evaluateTemplates } from './templates';

export interface Registration {
  /** Page, Component and Behavior as the unit's script finds them. */
  globals(currentUnit: () => string): Readonly<Record<'Page' | 'Component' | 'Behavior', unknown>>;
  isRegistered(path: string): boolean;
}

type Definition = Record<string, unknown>;

/** What stands for a generic that nobody gave and that has no default: WeChat shows nothing there. */
const NO_GENERIC = 'wechat/no-generic';

/**
 * Hands everything the compiler knows about each page and component to glass-easel, before their
 * scripts run.
 */
export function prepareUnits(
  program: CompiledProgram,
  space: CodeSpace,
  behaviors: WeChatBehaviors,
  common: CommonAttributes,
): Registration {
  const groups = evaluateTemplates(program.templates, common);
  for (const [path, unit] of Object.entries(program.components)) {
    space.addComponentStaticConfig(path, staticConfig(unit, program.app.usingComponents));
    space.addCompiledTemplate(path, componentTemplate(groups, path, common));
    space.addStyleSheet(path, path, unit.styleScope);
  }
  space.addStyleSheet('app', 'app', '');
  space.getComponentSpace().defineComponent({ is: NO_GENERIC, options: { virtualHost: true } });

  const registered = new Set<string>();
  const define = (path: string, run: (env: ComponentEnv) => void) => {
    if (!program.components[path])
      throw new Error(`${path} is neither a page nor a component, but calls Page() or Component()`);
    registered.add(path);
    space.componentEnv(path, run);
  };
  const madeBy = (make: (env: ComponentEnv) => unknown) => {
    let made: unknown;
    space.componentEnv('', (env) => {
      made = make(env);
    });
    return made;
  };
  return {
    isRegistered: (path) => registered.has(path),
    globals: (currentUnit) => ({
      Page: (definition: Definition) => {
        define(currentUnit(), ({ Page }) => Page(withBehaviors(definition, behaviors)));
      },
      /** Without a definition it is the beginning of a chain that ends with `register()`. */
      Component: (definition?: Definition) => {
        const path = currentUnit();
        let made: unknown;
        if (definition) takeScriptOptions(path, definition, program, space);
        define(path, ({ Component }) => {
          made = definition ? Component(withBehaviors(definition, behaviors)) : Component();
        });
        return made;
      },
      Behavior: Object.assign(
        (definition?: Definition) =>
          madeBy(({ Behavior }) =>
            definition ? Behavior(withBehaviors(definition, behaviors)) : Behavior(),
          ),
        { trait: () => madeBy(({ Behavior }) => Behavior.trait()) },
      ),
    }),
  };
}

function staticConfig(
  unit: ComponentUnit,
  appComponents: Readonly<Record<string, string>>,
): types.ComponentStaticConfig {
  const absolute = (paths: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(paths).map(([name, path]) => [name, `/${path}`]));
  return {
    // For pages always false, whatever their JSON says: glass-easel would give them a component's
    // style scope.
    component: !unit.isPage,
    usingComponents: { ...absolute(appComponents), ...absolute(unit.usingComponents) },
    componentGenerics: Object.fromEntries(
      Object.entries(unit.componentGenerics).map(([name, generic]) => [
        name,
        { default: `/${(generic !== true && generic.default) || NO_GENERIC}` },
      ]),
    ),
    componentPlaceholder: { ...unit.componentPlaceholder },
    styleIsolation: isolation(unit.styleIsolation),
    ...(unit.pureDataPattern === undefined ? {} : { pureDataPattern: unit.pureDataPattern }),
  };
}

/**
 * The adapter reads `styleIsolation` and `addGlobalClass` from the JSON only; WeChat takes the
 * script's options too.
 */
function takeScriptOptions(
  path: string,
  definition: Definition,
  program: CompiledProgram,
  space: CodeSpace,
): void {
  const unit = program.components[path];
  const options = definition.options;
  if (!unit || typeof options !== 'object' || options === null) return;
  const asked = 'styleIsolation' in options ? options.styleIsolation : undefined;
  if (typeof asked === 'string' && asked !== unit.styleIsolation) {
    throw new Error(
      `${path}: options.styleIsolation is "${asked}" only at run time; write it as a literal, or into the .json`,
    );
  }
  if (
    asked === undefined &&
    'addGlobalClass' in options &&
    options.addGlobalClass === true &&
    unit.styleIsolation === 'isolated'
  ) {
    space.addComponentStaticConfig(path, {
      ...staticConfig(unit, program.app.usingComponents),
      styleIsolation: isolation('apply-shared'),
    });
  }
}

const ISOLATIONS = [
  'isolated',
  'apply-shared',
  'shared',
  'page-isolated',
  'page-apply-shared',
  'page-shared',
];

function isolation(name: string): types.StyleIsolation {
  if (!ISOLATIONS.includes(name))
    throw new Error(
      `styleIsolation "${name}" is not one of ${new Intl.ListFormat('en-GB').format(ISOLATIONS)}`,
    );
  return name as types.StyleIsolation;
}

/** WeChat's own behaviors are named by strings, which the adapter does not know. */
function withBehaviors(definition: Definition, behaviors: WeChatBehaviors): never {
  const list = Array.isArray(definition.behaviors) ? definition.behaviors : [];
  // The program's definitions are checked by its own types; the adapter's generics can't be met
  // from outside.
  return {
    ...definition,
    ...(isDefinition(definition.properties)
      ? { properties: takeTypes(definition.properties) }
      : {}),
    ...(isDefinition(definition.relations) ? { relations: takeTargets(definition.relations) } : {}),
    behaviors: list.map((each: unknown) =>
      typeof each === 'string' ? behaviors.named(each) : each,
    ),
  } as never;
}

function isDefinition(value: unknown): value is Definition {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `type: [Number, String]` is not documented, and WeChat takes it for any of them. */
function takeTypes(properties: Definition): Definition {
  return Object.fromEntries(
    Object.entries(properties).map(([name, property]) => {
      if (!isDefinition(property)) return [name, property];
      const observed =
        'observer' in property
          ? { ...property, observer: observerOf(name, property.observer) }
          : property;
      if (!Array.isArray(property.type)) return [name, observed];
      const [type, ...optionalTypes]: unknown[] = property.type;
      return [name, { ...observed, type, optionalTypes }];
    }),
  );
}

/**
 * A behavior as the target of a relation: the adapter hands it on as it is, and glass-easel knows
 * what is inside.
 */
function takeTargets(relations: Definition): Definition {
  return Object.fromEntries(
    Object.entries(relations).map(([name, relation]) => {
      if (!isDefinition(relation) || !isDefinition(relation.target) || !('_$' in relation.target))
        return [name, relation];
      return [name, { ...relation, target: relation.target._$ }];
    }),
  );
}
