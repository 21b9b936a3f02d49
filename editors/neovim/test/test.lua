-- A session in Neovim without a screen. Says what it saw; ends with an error if it did not see what it should.

local shop = vim.env.DEMO .. '/src/main/java/demo/Shop.java'

local function say(...)
  io.stdout:write(string.format(...), '\n')
end

local function see(what, condition)
  if not vim.wait(120000, condition, 20) then
    error('not seen: ' .. what .. '; reports: ' .. vim.inspect(vim.diagnostic.get(0)))
  end
end

local function equal(wanted, got)
  if not vim.deep_equal(wanted, got) then
    error('wanted ' .. vim.inspect(wanted) .. ', got ' .. vim.inspect(got))
  end
end

local function reports()
  return vim.tbl_map(function(report)
    local code = report.code or report.user_data.lsp.code
    return string.format('%d:%d %s %s', report.lnum + 1, report.col + 1, code, report.message:match('^[^:]*'))
  end, vim.diagnostic.get(0))
end

-- The first line of a window that floats.
local function floating()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= '' then
      return vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, 1, false)[1]
    end
  end
end

local function report_is_seen()
  vim.cmd('edit ' .. shop)
  see('a report', function() return #vim.diagnostic.get(0) == 1 end)
  equal({ '20:25 AJ001 await in demo.Shop.total, which is not async' }, reports())
  say('report: %s', reports()[1])
end

local function page_is_seen()
  vim.api.nvim_win_set_cursor(0, { 20, 26 })
  vim.lsp.buf.hover()
  see('the page of the rule', floating)
  equal('AJ001 await outside an async method', (floating():gsub('^# ', '')))
  say('hover: %s', floating())
end

local function fix_is_applied()
  local offered
  vim.ui.select = function(items, _, choose)
    offered = vim.tbl_map(function(item) return item[2].title end, items)
    choose(items[1], 1)
  end
  vim.lsp.buf.code_action()
  see('no report', function() return offered and #vim.diagnostic.get(0) == 0 end)
  say('fixes: %s', table.concat(offered, '; '))
  equal('Mark total @Async and return ', offered[1]:sub(1, 29))
  local text = table.concat(vim.api.nvim_buf_get_lines(0, 18, -1, false), '\n')
  say('%s', text)
  equal({
    '    CompletableFuture<Integer> total(String name, int pieces) {',
    '        return CompletableFuture.completedFuture(pieces * await(offer(name)));',
    '    }',
  }, vim.api.nvim_buf_get_lines(0, 19, 22, false))
  vim.cmd('undo')
  see('the report again', function() return #vim.diagnostic.get(0) == 1 end)
  say('undone: %s', reports()[1])
end

local function session()
  report_is_seen()
  page_is_seen()
  fix_is_applied()
end

local ok, failure = xpcall(session, debug.traceback)
if not ok then
  io.stderr:write(failure, '\n')
  vim.cmd('cquit 1')
end
vim.cmd('qall!')
