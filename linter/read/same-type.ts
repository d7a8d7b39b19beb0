// Says of a comparison whether both of its sides are surely texts, or surely numbers: then `==` converts nothing.
import { ts } from "ts-morph";

const K = ts.SyntaxKind;

/** Whether two operands are of one type for sure, told by how they are written. */
export function areOfOneType(left: ts.Expression, right: ts.Expression): boolean {
  const type = typeOf(left);
  return type !== undefined && type === typeOf(right);
}

function typeOf(node: ts.Expression): "string" | "number" | undefined {
  switch (node.kind) {
    case K.StringLiteral:
    case K.NoSubstitutionTemplateLiteral:
    case K.TemplateExpression:
      return "string";
    case K.NumericLiteral:
      return "number";
    default:
      break;
  }
  if (ts.isParenthesizedExpression(node) || ts.isAwaitExpression(node)) return typeOf(node.expression);
  if (ts.isPrefixUnaryExpression(node)) return node.operator === K.PlusToken ? "number" : undefined;
  // `request.query?.code.trim()` is undefined where there is nothing to trim.
  if (!ts.isCallExpression(node) || ts.isOptionalChain(node)) return undefined;
  return resultOf(node.expression);
}

function resultOf(called: ts.Expression): "string" | "number" | undefined {
  if (ts.isIdentifier(called)) {
    if (called.text === "String") return "string";
    return /^(Number|parseInt|parseFloat)$/.test(called.text) ? "number" : undefined;
  }
  if (!ts.isPropertyAccessExpression(called)) return undefined;
  const member = called.name.text;
  if (/^(to(String|LowerCase|UpperCase|Fixed)|trim(Start|End)?|padStart|stringify)$/.test(member))
    return "string";
  return /^parse(Int|Float)$/.test(member) ? "number" : undefined;
}
