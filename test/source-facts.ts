/**
 * What the house rules ask of a file, read off its syntax tree rather than guessed from its text: a comment that
 * speaks of `process.env` is no use of it. Facts only; what is allowed where is said in house-rules.ts.
 */
import ts from 'typescript';

export interface SourceFile {
  /** From the root of the checkout, with `/`: `core/citations/code.ts`. */
  readonly path: string;
  readonly text: string;
}

export interface Sighting {
  readonly what: string;
  readonly line: number;
}

export interface SourceFacts {
  /** Specifiers of static imports and re-exports that are there at run time. */
  readonly imports: readonly Sighting[];
  /** Specifiers that serve types only and vanish when compiled. */
  readonly typeImports: readonly Sighting[];
  readonly dynamicImports: readonly Sighting[];
  readonly defaultExports: readonly Sighting[];
  readonly anyTypes: readonly Sighting[];
  /** Type names after `as`, without `const` and `unknown`, which claim nothing. */
  readonly casts: readonly Sighting[];
  readonly environment: readonly Sighting[];
  /** Calls of the global `fetch`; one that arrives as an argument is not meant. */
  readonly fetchCalls: readonly Sighting[];
  /** Names of the branded types declared here: the only types a cast may name. */
  readonly brands: readonly string[];
  readonly lines: number;
  readonly onlyReExports: boolean;
}

type Found = { [Key in 'imports' | 'typeImports' | 'dynamicImports' | 'defaultExports' | 'anyTypes']: Sighting[] } & {
  [Key in 'casts' | 'environment' | 'fetchCalls']: Sighting[];
} & { brands: string[]; ownFetch: boolean };

export function readFacts({ path, text }: SourceFile): SourceFacts {
  const kind = path.endsWith('.tsx') ? ts.ScriptKind.TSX : path.endsWith('.mjs') ? ts.ScriptKind.JS : ts.ScriptKind.TS;
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, false, kind);
  const found: Found = {
    imports: [],
    typeImports: [],
    dynamicImports: [],
    defaultExports: [],
    anyTypes: [],
    casts: [],
    environment: [],
    fetchCalls: [],
    brands: [],
    ownFetch: false,
  };
  visit(tree);
  const { ownFetch, ...facts } = found;
  return {
    ...facts,
    fetchCalls: ownFetch ? facts.fetchCalls.filter(({ what }) => what !== 'fetch') : facts.fetchCalls,
    lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0),
    onlyReExports:
      tree.statements.length > 0 &&
      tree.statements.every(
        (statement) => ts.isExportDeclaration(statement) && statement.moduleSpecifier !== undefined,
      ),
  };

  function sight(list: Sighting[], node: ts.Node, what: string): void {
    list.push({ what, line: tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1 });
  }

  function visit(node: ts.Node): void {
    if (ts.isImportDeclaration(node)) {
      sight(isTypeOnly(node) ? found.typeImports : found.imports, node, readSpecifier(node.moduleSpecifier));
      if (readSpecifier(node.moduleSpecifier).replace('node:', '') === 'process' && namesEnv(node)) {
        sight(found.environment, node, 'env of node:process');
      }
    } else if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined) {
      sight(node.isTypeOnly ? found.typeImports : found.imports, node, readSpecifier(node.moduleSpecifier));
    } else if (ts.isExportAssignment(node) || hasDefaultModifier(node)) {
      sight(found.defaultExports, node, 'export default');
    } else if (node.kind === ts.SyntaxKind.AnyKeyword) {
      sight(found.anyTypes, node, 'any');
    } else if (ts.isAsExpression(node) || ts.isTypeAssertionExpression(node)) {
      const name = node.type.getText(tree);
      if (name !== 'const' && name !== 'unknown') sight(found.casts, node, name);
    } else if (ts.isPropertyAccessExpression(node) && node.getText(tree) === 'process.env') {
      sight(found.environment, node, 'process.env');
    } else if (ts.isCallExpression(node)) {
      visitCall(node);
    } else if (ts.isTypeAliasDeclaration(node) && /\[\s*brand\w*\s*\]/i.test(node.type.getText(tree))) {
      found.brands.push(node.name.text);
    } else if (declaresFetch(node)) {
      found.ownFetch = true;
    }
    ts.forEachChild(node, visit);
  }

  function visitCall(node: ts.CallExpression): void {
    if (node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      sight(found.dynamicImports, node, node.arguments[0]?.getText(tree) ?? '');
    }
    const callee = node.expression.getText(tree);
    if (callee === 'fetch' || callee === 'globalThis.fetch') sight(found.fetchCalls, node, callee);
  }
}

function readSpecifier(node: ts.Expression): string {
  return ts.isStringLiteral(node) ? node.text : '';
}

function isTypeOnly({ importClause }: ts.ImportDeclaration): boolean {
  if (importClause === undefined) return false;
  if (importClause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const named = importClause.namedBindings;
  if (importClause.name !== undefined || named === undefined || !ts.isNamedImports(named)) return false;
  return named.elements.length > 0 && named.elements.every((element) => element.isTypeOnly);
}

function namesEnv({ importClause }: ts.ImportDeclaration): boolean {
  const named = importClause?.namedBindings;
  if (named === undefined || !ts.isNamedImports(named)) return false;
  return named.elements.some((element) => (element.propertyName ?? element.name).text === 'env');
}

function hasDefaultModifier(node: ts.Node): boolean {
  if (!ts.canHaveModifiers(node)) return false;
  return ts.getModifiers(node)?.some((modifier) => modifier.kind === ts.SyntaxKind.DefaultKeyword) ?? false;
}

function declaresFetch(node: ts.Node): boolean {
  if (
    !(
      ts.isParameter(node) ||
      ts.isBindingElement(node) ||
      ts.isVariableDeclaration(node) ||
      ts.isFunctionDeclaration(node)
    )
  ) {
    return false;
  }
  return node.name !== undefined && ts.isIdentifier(node.name) && node.name.text === 'fetch';
}
