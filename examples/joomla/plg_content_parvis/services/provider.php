<?php

\defined('_JEXEC') or die;

use Joomla\CMS\Extension\PluginInterface;
use Joomla\CMS\Factory;
use Joomla\CMS\Plugin\PluginHelper;
use Joomla\DI\Container;
use Joomla\DI\ServiceProviderInterface;
use Joomla\Event\DispatcherInterface;
use Parvis\Plugin\Content\Parvis\Extension\Parvis;

return new class () implements ServiceProviderInterface {
    public function register(Container $container): void
    {
        $container->set(PluginInterface::class, static function (Container $container): Parvis {
            $plugin = new Parvis($container->get(DispatcherInterface::class), (array) PluginHelper::getPlugin('content', 'parvis'));
            $plugin->setApplication(Factory::getApplication());

            return $plugin;
        });
    }
};
